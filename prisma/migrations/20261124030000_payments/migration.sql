-- AlterTable
ALTER TABLE "order" ADD COLUMN     "has_money_trouble" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "attempt" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "checkout_expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "checkout_url" TEXT,
ADD COLUMN     "failure" TEXT,
ADD COLUMN     "method" TEXT,
ADD COLUMN     "provider" TEXT NOT NULL DEFAULT 'OFFLINE',
ADD COLUMN     "provider_reference" TEXT;

-- CreateTable
CREATE TABLE "money_movement" (
    "id" UUID NOT NULL,
    "order_id" UUID,
    "payment_id" UUID,
    "source_id" UUID,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "reference" TEXT,
    "amount_minor_units" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "is_counted" BOOLEAN NOT NULL,
    "needs_operator" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,
    "note" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "money_movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt" (
    "id" UUID NOT NULL,
    "movement_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "seller_name" TEXT NOT NULL,
    "advertiser_name" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt_counter" (
    "seller_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "receipt_counter_pkey" PRIMARY KEY ("seller_id","year")
);

-- CreateTable
CREATE TABLE "provider_event" (
    "id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "error" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "provider_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "money_movement_order_id_idx" ON "money_movement"("order_id");

-- CreateIndex
CREATE INDEX "money_movement_payment_id_idx" ON "money_movement"("payment_id");

-- CreateIndex
CREATE INDEX "money_movement_source_id_idx" ON "money_movement"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_movement_id_key" ON "receipt"("movement_id");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_seller_id_year_sequence_key" ON "receipt"("seller_id", "year", "sequence");

-- CreateIndex
CREATE INDEX "provider_event_status_received_at_idx" ON "provider_event"("status", "received_at");

-- CreateIndex
CREATE INDEX "payment_order_id_created_at_idx" ON "payment"("order_id", "created_at");

-- AddForeignKey
ALTER TABLE "money_movement" ADD CONSTRAINT "money_movement_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "money_movement" ADD CONSTRAINT "money_movement_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "money_movement" ADD CONSTRAINT "money_movement_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "money_movement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_movement_id_fkey" FOREIGN KEY ("movement_id") REFERENCES "money_movement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Until now everything was paid outside, as its order says; what was received becomes the first rows of the ledger.
UPDATE "payment" SET "method" = "order"."payment_method" FROM "order" WHERE "order"."id" = "payment"."order_id";
ALTER TABLE "payment" ALTER COLUMN "method" SET NOT NULL, ALTER COLUMN "provider" DROP DEFAULT;
INSERT INTO "money_movement" ("id", "order_id", "payment_id", "kind", "status", "provider", "reference", "amount_minor_units", "currency", "is_counted", "created_at", "settled_at")
  SELECT gen_random_uuid(), "order_id", "id", 'RECEIVED', 'DONE', 'OFFLINE', "reference", "amount_minor_units", "currency", true, "settled_at", "settled_at"
  FROM "payment" WHERE "status" = 'RECEIVED';
-- What was given back is taken from the newest first; until now an order was paid once.
INSERT INTO "money_movement" ("id", "order_id", "payment_id", "source_id", "kind", "status", "provider", "amount_minor_units", "currency", "is_counted", "created_at", "settled_at")
  SELECT gen_random_uuid(), "order_id", "payment_id", "id", 'REFUNDED', 'DONE', 'OFFLINE', least("amount_minor_units", "refunded" - "newer"), "currency", true, "last_activity_at", "last_activity_at"
  FROM (
    SELECT "money_movement".*, "order"."refunded_minor_units" AS "refunded", "order"."last_activity_at",
      coalesce(sum("money_movement"."amount_minor_units") OVER (PARTITION BY "order_id" ORDER BY "money_movement"."created_at" DESC, "money_movement"."id" DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS "newer"
    FROM "money_movement" JOIN "order" ON "order"."id" = "order_id"
  ) AS "received" WHERE "refunded" > "newer";

-- What follows cannot be said in schema.prisma.

-- The same money is written down once. People name what moves outside, so that their names are unique in an order alone.
CREATE UNIQUE INDEX "money_movement_once" ON "money_movement" ("provider", "reference") WHERE "provider" <> 'OFFLINE';
CREATE UNIQUE INDEX "money_movement_once_by_hand" ON "money_movement" ("order_id", "reference") WHERE "provider" = 'OFFLINE';
-- What an operator has to decide about.
CREATE INDEX "money_movement_to_decide" ON "money_movement" ("created_at" DESC, "id" DESC) WHERE "needs_operator";
-- What a provider calls its page.
CREATE INDEX "payment_page" ON "payment" ("provider", "provider_reference") WHERE "provider_reference" IS NOT NULL;
ALTER TABLE "money_movement"
  ADD CONSTRAINT "money_movement_amount" CHECK ("amount_minor_units" > 0),
  ADD CONSTRAINT "money_movement_words" CHECK ("kind" IN ('RECEIVED', 'REFUNDED') AND "status" IN ('PENDING', 'DONE', 'FAILED')),
  ADD CONSTRAINT "money_movement_counted" CHECK (NOT "is_counted" OR ("order_id" IS NOT NULL AND "status" <> 'FAILED'));
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_sequence" CHECK ("sequence" >= 1);
