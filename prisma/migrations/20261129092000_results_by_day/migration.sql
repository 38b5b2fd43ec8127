-- Impressions and clicks by day. The statement that adds a batch to the counters adds it to the days too; what was counted
-- before has no day.

-- CreateTable
CREATE TABLE "ad_daily_counter" (
    "ad_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "impressions" BIGINT NOT NULL DEFAULT 0,
    "clicks" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ad_daily_counter_pkey" PRIMARY KEY ("ad_id","day")
);

-- AddForeignKey
ALTER TABLE "ad_daily_counter" ADD CONSTRAINT "ad_daily_counter_ad_id_fkey" FOREIGN KEY ("ad_id") REFERENCES "ad_counter"("ad_id") ON DELETE RESTRICT ON UPDATE CASCADE;
