-- Changes of the addresses of people and accounts wait for the code that was e-mailed to the new address.

-- CreateEnum
CREATE TYPE "EmailPurpose" AS ENUM ('PERSON', 'CONTACT');

-- CreateTable
CREATE TABLE "email_change" (
    "id" UUID NOT NULL,
    "purpose" "EmailPurpose" NOT NULL,
    "person_id" UUID NOT NULL,
    "account_id" UUID,
    "new_email" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "attempts_left" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "email_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "email_change_person_id_created_at_idx" ON "email_change"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "email_change_account_id_idx" ON "email_change"("account_id");

-- CreateIndex
CREATE INDEX "email_change_expires_at_idx" ON "email_change"("expires_at");

-- AddForeignKey
ALTER TABLE "email_change" ADD CONSTRAINT "email_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "email_change" ADD CONSTRAINT "email_change_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
