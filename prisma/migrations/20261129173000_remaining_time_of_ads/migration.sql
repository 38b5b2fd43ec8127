-- Time of the flight of an ad that is left while the ad is not published.
ALTER TABLE "ad" ADD COLUMN "remaining_ms" BIGINT;
