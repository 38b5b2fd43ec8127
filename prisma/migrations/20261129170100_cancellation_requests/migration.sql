-- AlterTable
ALTER TABLE "order" ADD COLUMN     "cancellation_requested_at" TIMESTAMPTZ(3),
ADD COLUMN     "disputed_by" "PersonRole";

-- The parties that opened the disputes of today can withdraw them too.
UPDATE "order" AS o SET "disputed_by" = (
  SELECT e."role"::text::"PersonRole" FROM "log_entry" AS e
  WHERE e."order_id" = o."id" AND e."type" = 'openDispute' ORDER BY e."number" DESC LIMIT 1)
WHERE o."status" = 'DISPUTED';
