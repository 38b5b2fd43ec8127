-- AlterTable
ALTER TABLE "order" ADD COLUMN     "process_version" INTEGER NOT NULL DEFAULT 1;
