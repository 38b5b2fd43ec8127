-- CreateTable
CREATE TABLE "ad_counter" (
    "ad_id" UUID NOT NULL,
    "impressions" BIGINT NOT NULL DEFAULT 0,
    "clicks" BIGINT NOT NULL DEFAULT 0,
    "impression_limit" INTEGER,
    "click_limit" INTEGER,
    "is_used_up" BOOLEAN NOT NULL GENERATED ALWAYS AS (COALESCE("impressions" >= "impression_limit", false) OR COALESCE("clicks" >= "click_limit", false)) STORED,

    CONSTRAINT "ad_counter_pkey" PRIMARY KEY ("ad_id")
);

-- CreateTable
CREATE TABLE "counted_batch" (
    "process_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "counted_batch_pkey" PRIMARY KEY ("process_id")
);

-- AddForeignKey
ALTER TABLE "ad_counter" ADD CONSTRAINT "ad_counter_ad_id_fkey" FOREIGN KEY ("ad_id") REFERENCES "ad"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Every ad that was ever published has a counter; that of a running one knows where its run ends.
INSERT INTO "ad_counter" ("ad_id", "impression_limit", "click_limit")
SELECT "ad"."id",
  CASE WHEN "ad"."status" = 'PUBLISHED' AND "price_option"."measure" = 'IMPRESSIONS' THEN "price_option"."quantity" END,
  CASE WHEN "ad"."status" = 'PUBLISHED' AND "price_option"."measure" = 'CLICKS' THEN "price_option"."quantity" END
FROM "ad"
LEFT JOIN "order_item" ON "order_item"."id" = "ad"."item_id"
LEFT JOIN "price_option" ON "price_option"."id" = "order_item"."price_option_id"
WHERE "ad"."published_at" IS NOT NULL;

-- What the clock looks for: the few whose run is over and that it has not come to yet. Of a column of its own, so that
-- the planner knows how few, and so that counting changes nothing that is indexed.
CREATE INDEX "ad_counter_used_up" ON "ad_counter" ("ad_id") WHERE "is_used_up";
