-- CreateEnum
CREATE TYPE "AuditAction" AS ENUM ('ACCOUNT_SUSPENDED', 'ACCOUNT_REINSTATED', 'SPACE_TAKEN_DOWN', 'SPACE_RESTORED', 'AD_TAKEN_DOWN', 'AD_RESTORED', 'REPORT_RESOLVED', 'APPLICATION_QUOTA_UPDATED', 'PAYMENT_EXCEPTION_RESOLVED', 'ORDER_STEP_TAKEN', 'ORDER_STATUS_OVERRIDDEN', 'OPERATOR_ADDED', 'OPERATOR_REMOVED');

-- CreateEnum
CREATE TYPE "ReportReason" AS ENUM ('SPAM', 'ILLEGAL', 'OFFENSIVE', 'MISLEADING', 'OTHER');

-- CreateEnum
CREATE TYPE "ReportStatus" AS ENUM ('OPEN', 'RESOLVED');

-- CreateEnum
CREATE TYPE "ReportOutcome" AS ENUM ('ACTION_TAKEN', 'DISMISSED');

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "suspended_reason" TEXT;

-- AlterTable
ALTER TABLE "ad" ADD COLUMN     "taken_down_at" TIMESTAMPTZ(3),
ADD COLUMN     "taken_down_reason" TEXT;

-- AlterTable
ALTER TABLE "order" ADD COLUMN     "awaits_operator_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "space" ADD COLUMN     "taken_down_at" TIMESTAMPTZ(3),
ADD COLUMN     "taken_down_reason" TEXT;

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID,
    "action" "AuditAction" NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "reason" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "reporter_id" UUID,
    "reason" "ReportReason" NOT NULL,
    "text" TEXT,
    "status" "ReportStatus" NOT NULL,
    "open_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,
    "outcome" "ReportOutcome",
    "note" TEXT,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_entry_at_id_idx" ON "audit_entry"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_subject_id_at_id_idx" ON "audit_entry"("subject_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_person_id_idx" ON "audit_entry"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_open_key_key" ON "report"("open_key");

-- CreateIndex
CREATE INDEX "report_created_at_id_idx" ON "report"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "report_status_created_at_id_idx" ON "report"("status", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "report_reporter_id_idx" ON "report"("reporter_id");

-- CreateIndex
CREATE INDEX "report_resolved_by_id_idx" ON "report"("resolved_by_id");

-- CreateIndex
CREATE INDEX "account_created_at_id_idx" ON "account"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "log_entry_person_id_order_id_number_idx" ON "log_entry"("person_id", "order_id", "number");

-- CreateIndex
CREATE INDEX "mail_address_id_idx" ON "mail"("address", "id");

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An audit entry never changes and is never deleted.
CREATE FUNCTION "refuse_change_of_audit_log"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_entry is append-only';
END
$$;

CREATE TRIGGER "audit_entry_is_append_only" BEFORE UPDATE OR DELETE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_audit_log"();

-- The accounts that an operator filters for, and the prefixes that an operator enters.
CREATE INDEX "account_suspended" ON "account" ("created_at" DESC, "id" DESC) WHERE "suspended_at" IS NOT NULL;
CREATE INDEX "account_closed" ON "account" ("created_at" DESC, "id" DESC) WHERE "closed_at" IS NOT NULL;
CREATE INDEX "account_name_prefix" ON "account" (lower("name") text_pattern_ops);
CREATE INDEX "account_email_prefix" ON "account" (lower("email") text_pattern_ops);

-- The time since which an order waits for an operator follows from the column that says that it waits.
CREATE FUNCTION "set_awaits_operator_since"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT NEW."awaits_operator" THEN
    NEW."awaits_operator_since" := NULL;
  ELSIF TG_OP = 'INSERT' OR NOT OLD."awaits_operator" THEN
    NEW."awaits_operator_since" := NEW."last_activity_at";
  ELSE
    NEW."awaits_operator_since" := OLD."awaits_operator_since";
  END IF;
  RETURN NEW;
END
$$;

UPDATE "order" SET "awaits_operator_since" = "last_activity_at" WHERE "awaits_operator";

CREATE TRIGGER "order_awaits_operator_since" BEFORE INSERT OR UPDATE ON "order"
  FOR EACH ROW EXECUTE FUNCTION "set_awaits_operator_since"();

-- The queue of the operators, oldest first.
CREATE INDEX "order_in_operator_queue" ON "order" ("awaits_operator_since", "id")
  WHERE "awaits_operator" AND ("status" = 'DISPUTED' OR NOT "has_money_trouble");
