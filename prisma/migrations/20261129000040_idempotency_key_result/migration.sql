-- AlterTable
ALTER TABLE "idempotency_key" ADD COLUMN     "result" JSONB;
