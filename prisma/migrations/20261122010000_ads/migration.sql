-- CreateTable
CREATE TABLE "ad" (
    "id" UUID NOT NULL,
    "order_id" UUID,
    "item_id" UUID,
    "seller_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "html" TEXT,
    "target_url" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ad_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ad_item_id_key" ON "ad"("item_id");

-- CreateIndex
CREATE INDEX "ad_order_id_created_at_id_idx" ON "ad"("order_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "ad_seller_id_updated_at_id_idx" ON "ad"("seller_id", "updated_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "ad" ADD CONSTRAINT "ad_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ad" ADD CONSTRAINT "ad_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "order_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ad" ADD CONSTRAINT "ad_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the clock looks for, and what a seller has to review.
CREATE INDEX "ad_ends" ON "ad" ("ends_at") WHERE "status" = 'PUBLISHED';
