-- Accounts have a time zone, which decides the dates of their receipts and renewals. Accounts, receipts and renewals that
-- exist stay in UTC.

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "time_zone" TEXT NOT NULL DEFAULT 'UTC';

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "is_time_zone_chosen" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "receipt" ADD COLUMN     "time_zone" TEXT NOT NULL DEFAULT 'UTC';

-- AlterTable
ALTER TABLE "order" ADD COLUMN     "period_time_zone" TEXT;
