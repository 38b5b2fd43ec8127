-- AlterTable
ALTER TABLE "order" ADD COLUMN     "advertiser_rated" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "first_answered_at" TIMESTAMPTZ(3),
ADD COLUMN     "reviews" TEXT NOT NULL DEFAULT 'CLOSED',
ADD COLUMN     "seller_rated" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "survey" TEXT NOT NULL DEFAULT 'NOT_DUE';

-- CreateTable
CREATE TABLE "rating" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "rater_id" UUID NOT NULL,
    "ratee_id" UUID NOT NULL,
    "stars" INTEGER NOT NULL,
    "text" TEXT,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "rating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_metrics" (
    "order_id" UUID NOT NULL,
    "traffic" INTEGER NOT NULL,
    "leads" INTEGER NOT NULL,
    "conversions" INTEGER NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_metrics_pkey" PRIMARY KEY ("order_id")
);

-- CreateTable
CREATE TABLE "seller_figures" (
    "seller_id" UUID NOT NULL,
    "orders_completed" INTEGER NOT NULL DEFAULT 0,
    "ratings" INTEGER NOT NULL DEFAULT 0,
    "stars" INTEGER NOT NULL DEFAULT 0,
    "answers" INTEGER NOT NULL DEFAULT 0,
    "traffic" BIGINT NOT NULL DEFAULT 0,
    "leads" BIGINT NOT NULL DEFAULT 0,
    "conversions" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "seller_figures_pkey" PRIMARY KEY ("seller_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "rating_order_id_role_key" ON "rating"("order_id", "role");

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_rater_id_fkey" FOREIGN KEY ("rater_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_ratee_id_fkey" FOREIGN KEY ("ratee_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_metrics" ADD CONSTRAINT "order_metrics_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seller_figures" ADD CONSTRAINT "seller_figures_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows cannot be said in schema.prisma.

-- The seller's profile: published ratings by advertisers, newest first; and the newest orders that were answered.
CREATE INDEX "rating_of_seller" ON "rating" ("ratee_id", "published_at" DESC, "id" DESC) WHERE "role" = 'advertiser' AND "published_at" IS NOT NULL;
CREATE INDEX "order_answered" ON "order" ("seller_id", "created_at" DESC) INCLUDE ("first_answered_at") WHERE "first_answered_at" IS NOT NULL;

ALTER TABLE "rating"
  ADD CONSTRAINT "rating_stars" CHECK ("stars" BETWEEN 1 AND 5),
  ADD CONSTRAINT "rating_two_parties" CHECK ("rater_id" <> "ratee_id");
ALTER TABLE "seller_figures" ADD CONSTRAINT "seller_figures_never_negative"
  CHECK (least("orders_completed", "ratings", "stars", "answers", "traffic", "leads", "conversions") >= 0);

-- Orders that were there before: when they were answered, and how many are completed (in dispute, some still are).
-- Their ratings stay closed and their surveys unsent: nobody was told of either when they were completed.
UPDATE "order" SET "first_answered_at" = answer.at
  FROM (SELECT "order_id", min("at") AS at FROM "log_entry" WHERE "role" = 'seller' GROUP BY "order_id") AS answer
  WHERE "order"."id" = answer."order_id";
INSERT INTO "seller_figures" ("seller_id", "orders_completed")
  SELECT "seller_id", count(*) FROM "order"
  WHERE "status" = 'COMPLETED' OR "asides"->0->>'status' = 'COMPLETED' GROUP BY "seller_id";
