-- AlterTable
ALTER TABLE "money_movement" ADD COLUMN     "fee_minor_units" BIGINT,
ADD COLUMN     "tax_minor_units" BIGINT;

-- AlterTable
ALTER TABLE "receipt" ADD COLUMN     "advertiser_address" TEXT,
ADD COLUMN     "advertiser_legal_name" TEXT,
ADD COLUMN     "advertiser_tax_id" TEXT,
ADD COLUMN     "order_details" JSONB,
ADD COLUMN     "seller_address" TEXT,
ADD COLUMN     "seller_legal_name" TEXT,
ADD COLUMN     "seller_tax_id" TEXT,
ADD COLUMN     "tax_basis_points" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "credit_note" (
    "id" UUID NOT NULL,
    "movement_id" UUID NOT NULL,
    "receipt_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "credit_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credit_note_counter" (
    "seller_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "credit_note_counter_pkey" PRIMARY KEY ("seller_id","year")
);

-- CreateIndex
CREATE INDEX "credit_note_seller_id_issued_at_id_idx" ON "credit_note"("seller_id", "issued_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "credit_note_movement_id_idx" ON "credit_note"("movement_id");

-- CreateIndex
CREATE INDEX "credit_note_receipt_id_idx" ON "credit_note"("receipt_id");

-- CreateIndex
CREATE UNIQUE INDEX "credit_note_seller_id_year_sequence_key" ON "credit_note"("seller_id", "year", "sequence");

-- CreateIndex
CREATE INDEX "receipt_seller_id_issued_at_id_idx" ON "receipt"("seller_id", "issued_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "credit_note" ADD CONSTRAINT "credit_note_movement_id_fkey" FOREIGN KEY ("movement_id") REFERENCES "money_movement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_note" ADD CONSTRAINT "credit_note_receipt_id_fkey" FOREIGN KEY ("receipt_id") REFERENCES "receipt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Credit notes of the refunds that were completed before, numbered in the order in which they were completed.
INSERT INTO "credit_note" ("id", "movement_id", "receipt_id", "seller_id", "year", "sequence", "issued_at", "time_zone")
SELECT gen_random_uuid(), "movement_id", "receipt_id", "seller_id", "year",
  row_number() OVER (PARTITION BY "seller_id", "year" ORDER BY "issued_at", "movement_id"), "issued_at", "time_zone"
FROM (
  SELECT "refund"."id" AS "movement_id", "receipt"."id" AS "receipt_id", "receipt"."seller_id", "receipt"."time_zone",
    coalesce("refund"."settled_at", "refund"."created_at") AS "issued_at",
    extract(year FROM coalesce("refund"."settled_at", "refund"."created_at") AT TIME ZONE "receipt"."time_zone")::integer AS "year"
  FROM "money_movement" AS "refund" JOIN "receipt" ON "receipt"."movement_id" = "refund"."source_id"
  WHERE "refund"."kind" = 'REFUNDED' AND "refund"."status" = 'DONE' AND "refund"."is_counted"
) AS "completed";
INSERT INTO "credit_note_counter" ("seller_id", "year", "last")
SELECT "seller_id", "year", max("sequence") FROM "credit_note" GROUP BY 1, 2;
