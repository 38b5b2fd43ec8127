-- CreateTable
CREATE TABLE "sandbox" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "advertiser_application_id" UUID,
    "seller_application_id" UUID,

    CONSTRAINT "sandbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "captured_mail" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "reply_to" TEXT,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "captured_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sandbox_clock" (
    "id" INTEGER NOT NULL,
    "offset_ms" BIGINT NOT NULL,

    CONSTRAINT "sandbox_clock_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sandbox_account_id_created_at_id_idx" ON "sandbox"("account_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "sandbox_created_at_id_idx" ON "sandbox"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "captured_mail_key_key" ON "captured_mail"("key");

-- CreateIndex
CREATE INDEX "captured_mail_created_at_id_idx" ON "captured_mail"("created_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "sandbox" ADD CONSTRAINT "sandbox_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
