-- The referrer that a click passes to the target, and whether parameters for analytics are added.
CREATE TYPE "ReferrerPolicy" AS ENUM ('NO_REFERRER', 'ORIGIN', 'STRICT_ORIGIN_WHEN_CROSS_ORIGIN');
ALTER TABLE "placement" ADD COLUMN "referrer_policy" "ReferrerPolicy" NOT NULL DEFAULT 'NO_REFERRER',
ADD COLUMN "adds_utm" BOOLEAN NOT NULL DEFAULT false;
