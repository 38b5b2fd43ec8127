-- CreateTable
CREATE TABLE "placement" (
    "id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "placement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placement_entry" (
    "ad_id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "weight" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "placement_entry_pkey" PRIMARY KEY ("ad_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "placement_slug_key" ON "placement"("slug");

-- CreateIndex
CREATE INDEX "placement_seller_id_created_at_id_idx" ON "placement"("seller_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "placement_created_at_id_idx" ON "placement"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "placement_entry_placement_id_position_key" ON "placement_entry"("placement_id", "position");

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement_entry" ADD CONSTRAINT "placement_entry_ad_id_fkey" FOREIGN KEY ("ad_id") REFERENCES "ad"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement_entry" ADD CONSTRAINT "placement_entry_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a single placement shows is the topmost valid entry and is stored nowhere: places in the stack are unique, so
-- there is never more than one. That an ad stands in one placement only, and once, is its primary key.
ALTER TABLE "placement" ADD CONSTRAINT "placement_kind" CHECK ("kind" IN ('SINGLE', 'GROUP'));
ALTER TABLE "placement" ADD CONSTRAINT "placement_slug" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "placement_entry" ADD CONSTRAINT "placement_entry_position" CHECK ("position" >= 1);
ALTER TABLE "placement_entry" ADD CONSTRAINT "placement_entry_weight" CHECK ("weight" >= 1);
