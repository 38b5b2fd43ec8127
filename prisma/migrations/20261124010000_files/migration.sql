-- AlterTable
ALTER TABLE "ad" ADD COLUMN     "image_id" UUID;

-- AlterTable
ALTER TABLE "space" ADD COLUMN     "html_characters" INTEGER,
ADD COLUMN     "image_bytes" INTEGER,
ADD COLUMN     "image_height" INTEGER,
ADD COLUMN     "image_width" INTEGER,
ADD COLUMN     "is_image_size_exact" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "takes_html" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "takes_images" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "file" (
    "id" UUID NOT NULL,
    "account_id" UUID,
    "order_id" UUID,
    "status" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "remove_at" TIMESTAMPTZ(3),

    CONSTRAINT "file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "file_remove_at_idx" ON "file"("remove_at");

-- CreateIndex
CREATE INDEX "file_account_id_remove_at_idx" ON "file"("account_id", "remove_at");

-- CreateIndex
CREATE INDEX "file_order_id_remove_at_idx" ON "file"("order_id", "remove_at");

-- CreateIndex
CREATE INDEX "ad_image_id_idx" ON "ad"("image_id");

-- AddForeignKey
ALTER TABLE "ad" ADD CONSTRAINT "ad_image_id_fkey" FOREIGN KEY ("image_id") REFERENCES "file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file" ADD CONSTRAINT "file_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file" ADD CONSTRAINT "file_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
