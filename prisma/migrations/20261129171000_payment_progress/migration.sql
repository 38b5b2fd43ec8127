-- The rest of a requested payment, and whether it was reported or is in progress at its provider.

-- AlterTable
ALTER TABLE "order" ADD COLUMN     "due_minor_units" BIGINT,
ADD COLUMN     "payment_in_progress_since" TIMESTAMPTZ(3),
ADD COLUMN     "payment_reported_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "in_progress_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "timer" ADD COLUMN     "held_ms" BIGINT;

-- The payments that are requested now. Until now, a payment was received in full.
UPDATE "order" AS o SET "due_minor_units" = p."amount_minor_units"
FROM "payment" AS p
WHERE p."order_id" = o."id" AND p."purpose" = 'ORDER' AND p."status" = 'OPEN' AND o."status" = 'PAYMENT_REQUIRED';
