-- AlterTable
ALTER TABLE "order_metrics" ADD COLUMN     "is_published" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "seller_figures" ADD COLUMN     "published_answers" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "published_conversions" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "published_leads" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "published_traffic" BIGINT NOT NULL DEFAULT 0;

-- The averages of at least five answers stay public as they are.
UPDATE "seller_figures" SET "published_answers" = "answers", "published_traffic" = "traffic", "published_leads" = "leads",
  "published_conversions" = "conversions"
  WHERE "answers" >= 5;
UPDATE "order_metrics" SET "is_published" = true
  FROM "order" JOIN "seller_figures" ON "seller_figures"."seller_id" = "order"."seller_id"
  WHERE "order"."id" = "order_metrics"."order_id" AND "seller_figures"."answers" >= 5;
