-- CreateEnum
CREATE TYPE "OfferStatus" AS ENUM ('OPEN', 'ACCEPTED', 'DECLINED', 'COUNTERED', 'WITHDRAWN', 'EXPIRED', 'VOID');

-- AlterTable
ALTER TABLE "order" ADD COLUMN     "offered_at" TIMESTAMPTZ(3),
ADD COLUMN     "offered_by" "PersonRole",
ADD COLUMN     "open_offer_id" UUID;

-- CreateTable
CREATE TABLE "offer" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "proposed_by" "PersonRole" NOT NULL,
    "status" "OfferStatus" NOT NULL DEFAULT 'OPEN',
    "note" TEXT,
    "total_minor_units" BIGINT NOT NULL,
    "previous_total_minor_units" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer_item" (
    "id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "is_proposed" BOOLEAN NOT NULL,
    "price_option_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "price_minor_units" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "measure" "Measure" NOT NULL,
    "quantity" INTEGER,
    "is_monthly" BOOLEAN NOT NULL,
    "position" INTEGER NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,
    "month_day" INTEGER,

    CONSTRAINT "offer_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "offer_order_id_created_at_id_idx" ON "offer"("order_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "offer_item_price_option_id_idx" ON "offer_item"("price_option_id");

-- CreateIndex
CREATE UNIQUE INDEX "offer_item_offer_id_is_proposed_position_key" ON "offer_item"("offer_id", "is_proposed", "position");

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_item" ADD CONSTRAINT "offer_item_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_item" ADD CONSTRAINT "offer_item_price_option_id_fkey" FOREIGN KEY ("price_option_id") REFERENCES "price_option"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
