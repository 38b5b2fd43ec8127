-- Spaces get a status, properties and pictures. An item of an order keeps what was bought, so that later changes of its
-- price option do not affect it. Existing rows get the status and the purchase that they had.

-- CreateEnum
CREATE TYPE "SpaceStatus" AS ENUM ('DRAFT', 'LISTED', 'UNLISTED', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "SpaceKind" AS ENUM ('WEBSITE', 'NEWSLETTER', 'PODCAST', 'PRINT', 'SOCIAL', 'OUTDOOR', 'OTHER');

-- AlterEnum
ALTER TYPE "Measure" ADD VALUE 'FLAT';

-- AlterTable
ALTER TABLE "order_item" ADD COLUMN     "is_monthly" BOOLEAN,
ADD COLUMN     "measure" "Measure",
ADD COLUMN     "quantity" INTEGER;

UPDATE "order_item" SET "is_monthly" = o."is_monthly", "measure" = o."measure", "quantity" = o."quantity"
FROM "price_option" AS o WHERE o."id" = "order_item"."price_option_id";

ALTER TABLE "order_item" ALTER COLUMN "is_monthly" SET NOT NULL,
ALTER COLUMN "measure" SET NOT NULL;

-- AlterTable
ALTER TABLE "price_option" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ALTER COLUMN "quantity" DROP NOT NULL;

-- A new value of an enum cannot be used in the transaction that adds it, so the value is compared as text.
ALTER TABLE "price_option" ADD CONSTRAINT "price_option_quantity_check"
CHECK (("measure"::text = 'FLAT') = ("quantity" IS NULL) AND ("quantity" IS NULL OR "quantity" > 0));
ALTER TABLE "order_item" ADD CONSTRAINT "order_item_quantity_check"
CHECK (("measure"::text = 'FLAT') = ("quantity" IS NULL) AND ("quantity" IS NULL OR "quantity" > 0));

-- AlterTable
ALTER TABLE "space" ADD COLUMN     "audience" TEXT,
ADD COLUMN     "countries" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "default_placement_id" UUID,
ADD COLUMN     "format_height" INTEGER,
ADD COLUMN     "format_seconds" INTEGER,
ADD COLUMN     "format_width" INTEGER,
ADD COLUMN     "format_words" INTEGER,
ADD COLUMN     "kind" "SpaceKind" NOT NULL DEFAULT 'WEBSITE',
ADD COLUMN     "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "lead_time_days" INTEGER,
ADD COLUMN     "requirements" TEXT,
ADD COLUMN     "status" "SpaceStatus";

UPDATE "space" SET "status" = CASE WHEN "is_listed" THEN 'LISTED' ELSE 'UNLISTED' END::"SpaceStatus";

ALTER TABLE "space" ALTER COLUMN "status" SET NOT NULL,
DROP COLUMN "is_listed";

-- CreateTable
CREATE TABLE "idempotency_key" (
    "id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "result_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "space_picture" (
    "file_id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "space_picture_pkey" PRIMARY KEY ("file_id")
);

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "idempotency_key_actor_id_key_key" ON "idempotency_key"("actor_id", "key");

-- CreateIndex
CREATE INDEX "space_picture_space_id_position_idx" ON "space_picture"("space_id", "position");

-- CreateIndex
CREATE INDEX "price_option_currency_price_minor_units_space_id_idx" ON "price_option"("currency", "price_minor_units", "space_id");

-- CreateIndex
CREATE INDEX "space_title_id_idx" ON "space"("title", "id");

-- CreateIndex
CREATE INDEX "space_default_placement_id_idx" ON "space"("default_placement_id");

-- CreateIndex
CREATE INDEX "space_languages_idx" ON "space" USING GIN ("languages");

-- CreateIndex
CREATE INDEX "space_countries_idx" ON "space" USING GIN ("countries");

-- AddForeignKey
ALTER TABLE "space" ADD CONSTRAINT "space_default_placement_id_fkey" FOREIGN KEY ("default_placement_id") REFERENCES "placement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_picture" ADD CONSTRAINT "space_picture_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_picture" ADD CONSTRAINT "space_picture_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "space"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
