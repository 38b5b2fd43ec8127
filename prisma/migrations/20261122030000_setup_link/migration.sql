-- AlterTable
ALTER TABLE "account" ADD COLUMN     "hides_ad_setup" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "setup_link" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "setup_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "setup_link_token_hash_key" ON "setup_link"("token_hash");

-- CreateIndex
CREATE INDEX "setup_link_order_id_idx" ON "setup_link"("order_id");

-- AddForeignKey
ALTER TABLE "setup_link" ADD CONSTRAINT "setup_link_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
