-- Requests that are not counted: of the same visitor within some minutes, above the bounds of an address, of bots and prefetches.
ALTER TABLE "ad_counter" ADD COLUMN "filtered_impressions" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN "filtered_clicks" BIGINT NOT NULL DEFAULT 0;
