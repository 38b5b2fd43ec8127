-- E-mails are written in the language and the time zone of their reader, as they were when the e-mail was queued.

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "language" "Language" NOT NULL DEFAULT 'EN',
ADD COLUMN     "person_id" UUID,
ADD COLUMN     "time_zone" TEXT NOT NULL DEFAULT 'UTC';

-- AlterTable
ALTER TABLE "sign_in_code" ADD COLUMN     "language" "Language" NOT NULL DEFAULT 'EN';

-- CreateIndex
CREATE INDEX "mail_person_id_id_idx" ON "mail"("person_id", "id");
