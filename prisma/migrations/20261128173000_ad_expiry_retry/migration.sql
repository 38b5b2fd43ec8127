-- AlterTable
ALTER TABLE "ad" ADD COLUMN     "expire_retry_at" TIMESTAMPTZ(3);

-- An ad whose expiry has failed leaves the index of those that end and waits in one of its own,
-- so that ads that cannot expire are not read again and again before the others.
DROP INDEX "ad_ends";
CREATE INDEX "ad_ends" ON "ad" ("ends_at") WHERE "status" = 'PUBLISHED' AND "expire_retry_at" IS NULL;
CREATE INDEX "ad_expire_retry" ON "ad" ("expire_retry_at") WHERE "status" = 'PUBLISHED' AND "expire_retry_at" IS NOT NULL;
