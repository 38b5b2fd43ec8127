-- AlterTable
ALTER TABLE "webhook_endpoint" ADD COLUMN     "key_id" UUID;

-- AddForeignKey
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "application_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
