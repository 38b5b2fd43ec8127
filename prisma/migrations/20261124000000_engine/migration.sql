-- AlterTable
ALTER TABLE "order" ADD COLUMN     "asides" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "may_be_disputed" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "paid_minor_units" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "refunded_minor_units" BIGINT NOT NULL DEFAULT 0;

-- What an order is set aside from is a list from now on; its stay there is the one before.
UPDATE "order" SET "asides" = jsonb_build_array(jsonb_build_object('status', "status_before", 'stay', "stay" - 1))
  WHERE "status_before" IS NOT NULL;
UPDATE "order" SET "paid_minor_units" = paid.sum
  FROM (SELECT "order_id", sum("amount_minor_units") AS sum FROM "payment" WHERE "status" = 'RECEIVED' GROUP BY "order_id") AS paid
  WHERE "order"."id" = paid."order_id";
ALTER TABLE "order" DROP COLUMN "status_before";

-- AlterTable
ALTER TABLE "timer" ADD COLUMN     "left_ms" BIGINT,
ALTER COLUMN "due_at" DROP NOT NULL;

-- What follows cannot be said in schema.prisma.

-- A timer either runs or rests.
ALTER TABLE "timer" ADD CONSTRAINT "timer_runs_or_rests" CHECK (("due_at" IS NULL) <> ("left_ms" IS NULL));
-- Nothing is given back that was not paid.
ALTER TABLE "order" ADD CONSTRAINT "order_money" CHECK ("refunded_minor_units" BETWEEN 0 AND "paid_minor_units");
