-- The settings of the marketplace, acceptances of its terms, its fee on orders, and logos. What exists is not affected: the
-- row of settings has the values that applied before, and orders that were placed have no fee.

-- CreateEnum
CREATE TYPE "SignUpPolicy" AS ENUM ('OPEN', 'INVITE');

-- CreateEnum
CREATE TYPE "FilePurpose" AS ENUM ('CONTENT', 'ACCOUNT_LOGO', 'MARKETPLACE_LOGO');

-- AlterEnum
ALTER TYPE "AuditAction" ADD VALUE 'MARKETPLACE_UPDATED';

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "logo_id" UUID;

-- AlterTable
ALTER TABLE "file" ADD COLUMN     "purpose" "FilePurpose" NOT NULL DEFAULT 'CONTENT';

-- AlterTable
ALTER TABLE "order" ADD COLUMN     "fee_basis_points" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "marketplace" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL DEFAULT 'Placard',
    "logo_id" UUID,
    "primary_color" TEXT NOT NULL DEFAULT '#1f4fd8',
    "sender_name" TEXT,
    "sender_address" TEXT,
    "contact_email" TEXT,
    "terms_url" TEXT,
    "privacy_url" TEXT,
    "terms_version" INTEGER NOT NULL DEFAULT 0,
    "terms_published_at" TIMESTAMPTZ(3),
    "languages" "Language"[] DEFAULT ARRAY['EN', 'DE']::"Language"[],
    "currencies" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "fee_basis_points" INTEGER NOT NULL DEFAULT 0,
    "sign_up" "SignUpPolicy" NOT NULL DEFAULT 'OPEN',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "marketplace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "terms_acceptance" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "terms_url" TEXT NOT NULL,
    "privacy_url" TEXT,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "terms_acceptance_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "marketplace_logo_id_key" ON "marketplace"("logo_id");

-- CreateIndex
CREATE UNIQUE INDEX "terms_acceptance_person_id_version_key" ON "terms_acceptance"("person_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "account_logo_id_key" ON "account"("logo_id");

-- AddForeignKey
ALTER TABLE "marketplace" ADD CONSTRAINT "marketplace_logo_id_fkey" FOREIGN KEY ("logo_id") REFERENCES "file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "terms_acceptance" ADD CONSTRAINT "terms_acceptance_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_logo_id_fkey" FOREIGN KEY ("logo_id") REFERENCES "file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- There is one row. It exists from the beginning, so that it can be locked.
ALTER TABLE "marketplace" ADD CONSTRAINT "marketplace_is_one_row" CHECK ("id" = '00000000-0000-7000-8000-000000000001'),
ADD CONSTRAINT "marketplace_fee_check" CHECK ("fee_basis_points" BETWEEN 0 AND 10000);
INSERT INTO "marketplace" ("id") VALUES ('00000000-0000-7000-8000-000000000001');
