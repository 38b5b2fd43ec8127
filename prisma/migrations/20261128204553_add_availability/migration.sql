-- AlterTable
ALTER TABLE "order_item" ADD COLUMN     "ends_on" DATE,
ADD COLUMN     "month_day" INTEGER,
ADD COLUMN     "starts_on" DATE;

-- AlterTable
ALTER TABLE "space" ADD COLUMN     "capacity" INTEGER,
ADD COLUMN     "time_zone" TEXT NOT NULL DEFAULT 'UTC',
ADD CONSTRAINT "space_capacity" CHECK ("capacity" >= 1);

-- CreateTable
CREATE TABLE "space_day" (
    "space_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "reserved" INTEGER NOT NULL DEFAULT 0,
    "is_blocked" BOOLEAN NOT NULL DEFAULT false,
    "block_reason" TEXT,

    CONSTRAINT "space_day_pkey" PRIMARY KEY ("space_id","day"),
    CONSTRAINT "space_day_reserved" CHECK ("reserved" >= 0),
    -- A reserved day cannot be blocked, and a blocked day cannot be reserved.
    CONSTRAINT "space_day_blocked" CHECK (NOT "is_blocked" OR "reserved" = 0)
);

-- CreateTable
CREATE TABLE "space_reservation" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "is_month_ahead" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "space_reservation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "space_reservation_days" CHECK ("starts_on" <= "ends_on")
);

-- CreateIndex
CREATE INDEX "space_reservation_space_id_starts_on_id_idx" ON "space_reservation"("space_id", "starts_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "space_reservation_order_id_idx" ON "space_reservation"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "space_reservation_item_id_is_month_ahead_key" ON "space_reservation"("item_id", "is_month_ahead");

-- AddForeignKey
ALTER TABLE "space_day" ADD CONSTRAINT "space_day_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "space"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_reservation" ADD CONSTRAINT "space_reservation_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "space"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_reservation" ADD CONSTRAINT "space_reservation_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_reservation" ADD CONSTRAINT "space_reservation_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "order_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
