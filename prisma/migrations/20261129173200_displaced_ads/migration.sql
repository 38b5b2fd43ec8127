-- Ads in whose place another ad is shown, and the days by which sellers have extended ads.
ALTER TABLE "ad" ADD COLUMN "displaced_at" TIMESTAMPTZ(3),
ADD COLUMN "extended_days" INTEGER NOT NULL DEFAULT 0;

-- The choice of the seller for replaced ads, and the placements whose ads have changed.
ALTER TABLE "placement" ADD COLUMN "pauses_replaced" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN "unsettled_since" TIMESTAMPTZ(3);

-- Written by hand: the schema of Prisma has no partial indexes.
CREATE INDEX "placement_unsettled" ON "placement" ("unsettled_since") WHERE "unsettled_since" IS NOT NULL;
