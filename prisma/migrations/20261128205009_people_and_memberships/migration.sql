-- People sign in and act for accounts as their members. Each existing account gets a person who owns it, with the
-- account's name and address, and the sessions of the account become sessions of that person.

-- CreateEnum
CREATE TYPE "MembershipRole" AS ENUM ('OWNER', 'MEMBER', 'VIEWER');

-- CreateEnum
CREATE TYPE "Language" AS ENUM ('EN', 'DE');

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "about" TEXT,
ADD COLUMN     "address" TEXT,
ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "legal_name" TEXT,
ADD COLUMN     "phone" TEXT,
ADD COLUMN     "suspended_at" TIMESTAMPTZ(3),
ADD COLUMN     "tax_id" TEXT,
ADD COLUMN     "website" TEXT;

-- AlterTable
ALTER TABLE "application" ADD COLUMN     "created_by_id" UUID;

-- AlterTable
ALTER TABLE "log_entry" ADD COLUMN     "person_id" UUID;

-- AlterTable
ALTER TABLE "sign_in_code" ADD COLUMN     "caller_hash" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT,
    "name" TEXT NOT NULL,
    "language" "Language" NOT NULL DEFAULT 'EN',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "rights_revision" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "person_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" "MembershipRole" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("person_id","account_id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "MembershipRole" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "sent_count" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- The addresses of accounts were unique until now.
INSERT INTO "person" ("id", "email", "name", "created_at")
SELECT gen_random_uuid(), "email", "name", "created_at" FROM "account";

INSERT INTO "membership" ("person_id", "account_id", "role", "created_at")
SELECT "person"."id", "account"."id", 'OWNER', "account"."created_at"
FROM "account" JOIN "person" ON "person"."email" = "account"."email";

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "caller_hash" TEXT,
ADD COLUMN     "person_id" UUID,
ADD COLUMN     "user_agent" TEXT;

UPDATE "session" SET "person_id" = "membership"."person_id"
FROM "membership" WHERE "membership"."account_id" = "session"."account_id";

ALTER TABLE "session" DROP COLUMN "account_id",
ALTER COLUMN "person_id" SET NOT NULL;

-- DropIndex
DROP INDEX "account_email_key";

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "membership_account_id_created_at_person_id_idx" ON "membership"("account_id", "created_at", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_account_id_created_at_id_idx" ON "invitation"("account_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
