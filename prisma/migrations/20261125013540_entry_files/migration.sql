-- CreateTable
CREATE TABLE "entry_file" (
    "file_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "entry_file_pkey" PRIMARY KEY ("file_id")
);

-- CreateIndex
CREATE INDEX "entry_file_order_id_number_idx" ON "entry_file"("order_id", "number");

-- AddForeignKey
ALTER TABLE "entry_file" ADD CONSTRAINT "entry_file_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_file" ADD CONSTRAINT "entry_file_order_id_number_fkey" FOREIGN KEY ("order_id", "number") REFERENCES "log_entry"("order_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;
