-- AlterTable
ALTER TABLE "sandbox" ADD COLUMN     "used_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "clock_advance" (
    "key" TEXT NOT NULL,
    "ms" BIGINT NOT NULL,
    "left_ms" BIGINT NOT NULL,

    CONSTRAINT "clock_advance_pkey" PRIMARY KEY ("key")
);
