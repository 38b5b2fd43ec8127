-- AlterTable
ALTER TABLE "order" ADD COLUMN     "has_money_trouble" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "paid_minor_units" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "refunded_minor_units" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "attempt" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "checkout_expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "checkout_url" TEXT,
ADD COLUMN     "failure" TEXT,
ADD COLUMN     "method" TEXT NOT NULL,
ADD COLUMN     "provider" TEXT NOT NULL,
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
ALTER TABLE "money_movement" ADD CONSTRAINT "money_movement_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "money_movement" ADD CONSTRAINT "money_movement_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "money_movement" ADD CONSTRAINT "money_movement_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "money_movement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_movement_id_fkey" FOREIGN KEY ("movement_id") REFERENCES "money_movement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
