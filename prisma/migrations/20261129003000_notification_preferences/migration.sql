-- Each person chooses how to be notified. E-mails can wait for the end of the quiet hours, or for the daily digest.

-- AlterEnum
ALTER TYPE "EmailStatus" ADD VALUE 'HELD';
ALTER TYPE "EmailStatus" ADD VALUE 'DIGEST';

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "digest_id" UUID,
ADD COLUMN     "due_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "notification_choices" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "quiet_from" INTEGER,
ADD COLUMN     "quiet_to" INTEGER;

-- CreateIndex
CREATE INDEX "mail_digest_id_idx" ON "mail"("digest_id");

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_digest_id_fkey" FOREIGN KEY ("digest_id") REFERENCES "mail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- E-mails that wait: by time for the task that releases them, and by person for a digest or a change of preferences.
CREATE INDEX "mail_due" ON "mail" ("due_at") WHERE "due_at" IS NOT NULL;
CREATE INDEX "mail_waiting" ON "mail" ("person_id", "id") WHERE "due_at" IS NOT NULL;
