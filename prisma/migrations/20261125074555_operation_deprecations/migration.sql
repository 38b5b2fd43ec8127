-- AlterTable
ALTER TABLE "registered_document" ADD COLUMN     "deprecation_state" TEXT,
ADD COLUMN     "told_deprecations" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE INDEX "registered_document_deprecation_state_idx" ON "registered_document"("deprecation_state");
