-- The closed sets of words become enums, and words that were misleading get their names:
-- order HOLD, payment ON_HOLD, proof ASKED and GIVEN, reviews CLOSED, files OPEN and REMOVING, sandboxes MAKING and
-- REMOVING, endpoints disabled BY_HAND, and payment exceptions resolved BY_HAND.

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('advertiser', 'seller', 'operator', 'system');

-- CreateEnum
CREATE TYPE "PersonRole" AS ENUM ('advertiser', 'seller', 'operator');

-- CreateEnum
CREATE TYPE "OrderStatus" AS ENUM ('PENDING', 'FEEDBACK_REQUIRED', 'FEEDBACK_PROVIDED', 'PAYMENT_REQUIRED', 'PAYMENT_RECEIVED', 'PROCESSING', 'ON_HOLD', 'COMPLETED', 'CANCELLED', 'REJECTED', 'EXPIRED', 'DISPUTED', 'REFUNDED');

-- CreateEnum
CREATE TYPE "AdStatus" AS ENUM ('DRAFT', 'PENDING', 'PUBLISHED', 'EXPIRED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "PaymentStatus" AS ENUM ('NONE', 'AWAITING_MANUAL_PAYMENT', 'REQUESTED', 'PAID', 'FAILED', 'PARTIALLY_REFUNDED', 'REFUNDED');

-- CreateEnum
CREATE TYPE "ProofStatus" AS ENUM ('NONE', 'REQUESTED', 'SUBMITTED');

-- CreateEnum
CREATE TYPE "ReviewStatus" AS ENUM ('NOT_OPEN', 'OPEN', 'PUBLISHED');

-- CreateEnum
CREATE TYPE "SurveyStatus" AS ENUM ('NOT_DUE', 'DUE', 'ANSWERED', 'LAPSED');

-- CreateEnum
CREATE TYPE "RenewalStatus" AS ENUM ('NONE', 'ACTIVE', 'ENDS_AT_PERIOD', 'PAST_DUE', 'ENDED');

-- CreateEnum
CREATE TYPE "PaymentMethod" AS ENUM ('BANK_TRANSFER', 'CASH', 'CARD', 'TEST');

-- CreateEnum
CREATE TYPE "PaymentProviderName" AS ENUM ('OFFLINE', 'TEST', 'STRIPE');

-- CreateEnum
CREATE TYPE "PaymentRequestStatus" AS ENUM ('OPEN', 'RECEIVED', 'FAILED', 'CLOSED');

-- CreateEnum
CREATE TYPE "PaymentRequestPurpose" AS ENUM ('ORDER', 'RENEWAL');

-- CreateEnum
CREATE TYPE "PaymentMovementKind" AS ENUM ('RECEIVED', 'REFUNDED');

-- CreateEnum
CREATE TYPE "PaymentMovementStatus" AS ENUM ('PENDING', 'DONE', 'FAILED');

-- CreateEnum
CREATE TYPE "ProviderEventStatus" AS ENUM ('NEW', 'DONE', 'IGNORED', 'UNHANDLED', 'FAILED');

-- CreateEnum
CREATE TYPE "Measure" AS ENUM ('DAYS', 'IMPRESSIONS', 'CLICKS');

-- CreateEnum
CREATE TYPE "PlacementKind" AS ENUM ('SINGLE', 'GROUP');

-- CreateEnum
CREATE TYPE "FileStatus" AS ENUM ('AWAITING_UPLOAD', 'STORING', 'STORED', 'DELETING');

-- CreateEnum
CREATE TYPE "SandboxStatus" AS ENUM ('PROVISIONING', 'READY', 'DELETING');

-- CreateEnum
CREATE TYPE "OperationKind" AS ENUM ('query', 'mutation', 'subscription');

-- CreateEnum
CREATE TYPE "WebhookDisabledReason" AS ENUM ('MANUAL', 'FAILING', 'GONE', 'OPERATION_RETIRED');

-- CreateEnum
CREATE TYPE "WebhookDeliveryStatus" AS ENUM ('WAITING', 'DELIVERED');

-- CreateEnum
CREATE TYPE "TimerKind" AS ENUM ('STEP', 'REMINDER');

-- CreateEnum
CREATE TYPE "EmailStatus" AS ENUM ('QUEUED', 'SENT', 'FAILED', 'DROPPED');

-- Conditions that name words of a text column are dropped, and come back below where the type does not say them already.
DROP INDEX "ad_ends";
DROP INDEX "ad_expire_retry";
DROP INDEX "payment_one_open";
DROP INDEX "money_movement_once";
DROP INDEX "money_movement_once_by_hand";
DROP INDEX "rating_of_seller";
ALTER TABLE "placement" DROP CONSTRAINT "placement_kind";
ALTER TABLE "payment" DROP CONSTRAINT "payment_purpose";
ALTER TABLE "money_movement"
  DROP CONSTRAINT "money_movement_words",
  DROP CONSTRAINT "money_movement_counted";
ALTER TABLE "order"
  DROP CONSTRAINT "order_renewal",
  DROP CONSTRAINT "order_renewal_clock",
  DROP CONSTRAINT "order_renewal_period";

-- The states that an order is suspended from, with their names of now.
UPDATE "order" SET "asides" = (
  SELECT jsonb_agg(jsonb_build_object(
    'status', CASE state->>'status' WHEN 'HOLD' THEN 'ON_HOLD' ELSE state->>'status' END,
    'stateVisit', state->'stay'
  ) ORDER BY place)
  FROM jsonb_array_elements("asides") WITH ORDINALITY AS one (state, place)
) WHERE "asides" <> '[]';

-- What operators decided about payment exceptions.
ALTER TABLE "log_entry" DISABLE TRIGGER "log_entry_is_append_only";
UPDATE "log_entry" SET "input" = "input" || '{"decision": "MANUAL"}'
  WHERE "input"->>'decision' = 'BY_HAND';
ALTER TABLE "log_entry" ENABLE TRIGGER "log_entry_is_append_only";

-- AlterTable
ALTER TABLE "sandbox"
  ALTER COLUMN "status" TYPE "SandboxStatus" USING (CASE "status" WHEN 'MAKING' THEN 'PROVISIONING' WHEN 'REMOVING' THEN 'DELETING' ELSE "status" END)::"SandboxStatus";

-- AlterTable
ALTER TABLE "registered_document"
  ALTER COLUMN "kind" TYPE "OperationKind" USING "kind"::"OperationKind";

-- AlterTable
ALTER TABLE "price_option"
  ALTER COLUMN "measure" TYPE "Measure" USING "measure"::"Measure";

-- AlterTable
ALTER TABLE "order"
  ALTER COLUMN "payment_method" TYPE "PaymentMethod" USING "payment_method"::"PaymentMethod",
  ALTER COLUMN "status" TYPE "OrderStatus" USING (CASE "status" WHEN 'HOLD' THEN 'ON_HOLD' ELSE "status" END)::"OrderStatus",
  ALTER COLUMN "hold_for" TYPE "PersonRole" USING "hold_for"::"PersonRole",
  ALTER COLUMN "payment_status" TYPE "PaymentStatus" USING (CASE "payment_status" WHEN 'ON_HOLD' THEN 'AWAITING_MANUAL_PAYMENT' ELSE "payment_status" END)::"PaymentStatus",
  ALTER COLUMN "proof" TYPE "ProofStatus" USING (CASE "proof" WHEN 'ASKED' THEN 'REQUESTED' WHEN 'GIVEN' THEN 'SUBMITTED' ELSE "proof" END)::"ProofStatus",
  ALTER COLUMN "reviews" DROP DEFAULT,
  ALTER COLUMN "reviews" TYPE "ReviewStatus" USING (CASE "reviews" WHEN 'CLOSED' THEN 'NOT_OPEN' ELSE "reviews" END)::"ReviewStatus",
  ALTER COLUMN "reviews" SET DEFAULT 'NOT_OPEN',
  ALTER COLUMN "survey" DROP DEFAULT,
  ALTER COLUMN "survey" TYPE "SurveyStatus" USING "survey"::"SurveyStatus",
  ALTER COLUMN "survey" SET DEFAULT 'NOT_DUE',
  ALTER COLUMN "renewal" DROP DEFAULT,
  ALTER COLUMN "renewal" TYPE "RenewalStatus" USING "renewal"::"RenewalStatus",
  ALTER COLUMN "renewal" SET DEFAULT 'NONE';

-- AlterTable
ALTER TABLE "rating"
  ALTER COLUMN "role" TYPE "PersonRole" USING "role"::"PersonRole";

-- AlterTable
ALTER TABLE "ad"
  ALTER COLUMN "status" TYPE "AdStatus" USING "status"::"AdStatus";

-- AlterTable
ALTER TABLE "file"
  ALTER COLUMN "status" TYPE "FileStatus" USING (CASE "status" WHEN 'OPEN' THEN 'AWAITING_UPLOAD' WHEN 'REMOVING' THEN 'DELETING' ELSE "status" END)::"FileStatus";

-- AlterTable
ALTER TABLE "placement"
  ALTER COLUMN "kind" TYPE "PlacementKind" USING "kind"::"PlacementKind";

-- AlterTable
ALTER TABLE "log_entry"
  ALTER COLUMN "role" TYPE "Role" USING "role"::"Role",
  ALTER COLUMN "from_status" TYPE "OrderStatus" USING (CASE "from_status" WHEN 'HOLD' THEN 'ON_HOLD' ELSE "from_status" END)::"OrderStatus",
  ALTER COLUMN "to_status" TYPE "OrderStatus" USING (CASE "to_status" WHEN 'HOLD' THEN 'ON_HOLD' ELSE "to_status" END)::"OrderStatus";

-- AlterTable
ALTER TABLE "message"
  ALTER COLUMN "role" TYPE "PersonRole" USING "role"::"PersonRole";

-- AlterTable
ALTER TABLE "payment"
  ALTER COLUMN "method" TYPE "PaymentMethod" USING "method"::"PaymentMethod",
  ALTER COLUMN "provider" TYPE "PaymentProviderName" USING "provider"::"PaymentProviderName",
  ALTER COLUMN "status" TYPE "PaymentRequestStatus" USING "status"::"PaymentRequestStatus",
  ALTER COLUMN "purpose" DROP DEFAULT,
  ALTER COLUMN "purpose" TYPE "PaymentRequestPurpose" USING "purpose"::"PaymentRequestPurpose",
  ALTER COLUMN "purpose" SET DEFAULT 'ORDER';

-- AlterTable
ALTER TABLE "money_movement"
  ALTER COLUMN "kind" TYPE "PaymentMovementKind" USING "kind"::"PaymentMovementKind",
  ALTER COLUMN "status" TYPE "PaymentMovementStatus" USING "status"::"PaymentMovementStatus",
  ALTER COLUMN "provider" TYPE "PaymentProviderName" USING "provider"::"PaymentProviderName";

-- AlterTable
ALTER TABLE "provider_event"
  ALTER COLUMN "provider" TYPE "PaymentProviderName" USING "provider"::"PaymentProviderName",
  ALTER COLUMN "status" TYPE "ProviderEventStatus" USING "status"::"ProviderEventStatus";

-- AlterTable
ALTER TABLE "webhook_endpoint"
  ALTER COLUMN "disabled_reason" TYPE "WebhookDisabledReason" USING (CASE "disabled_reason" WHEN 'BY_HAND' THEN 'MANUAL' ELSE "disabled_reason" END)::"WebhookDisabledReason";

-- AlterTable
ALTER TABLE "webhook_delivery"
  ALTER COLUMN "status" TYPE "WebhookDeliveryStatus" USING "status"::"WebhookDeliveryStatus";

-- AlterTable
ALTER TABLE "timer"
  ALTER COLUMN "kind" TYPE "TimerKind" USING "kind"::"TimerKind";

-- AlterTable
ALTER TABLE "mail"
  ALTER COLUMN "role" TYPE "PersonRole" USING "role"::"PersonRole",
  ALTER COLUMN "status" TYPE "EmailStatus" USING "status"::"EmailStatus";

-- The same indexes and checks as before.
CREATE INDEX "ad_ends" ON "ad" ("ends_at") WHERE "status" = 'PUBLISHED' AND "expire_retry_at" IS NULL;
CREATE INDEX "ad_expire_retry" ON "ad" ("expire_retry_at") WHERE "status" = 'PUBLISHED' AND "expire_retry_at" IS NOT NULL;
CREATE UNIQUE INDEX "payment_one_open" ON "payment" ("order_id", "purpose") WHERE "status" = 'OPEN';
CREATE UNIQUE INDEX "money_movement_once" ON "money_movement" ("provider", "reference") WHERE "provider" <> 'OFFLINE';
CREATE UNIQUE INDEX "money_movement_once_by_hand" ON "money_movement" ("order_id", "reference") WHERE "provider" = 'OFFLINE';
CREATE INDEX "rating_of_seller" ON "rating" ("ratee_id", "published_at" DESC, "id" DESC) WHERE "role" = 'advertiser' AND "published_at" IS NOT NULL;
ALTER TABLE "money_movement"
  ADD CONSTRAINT "money_movement_counted" CHECK (NOT "is_counted" OR ("order_id" IS NOT NULL AND "status" <> 'FAILED'));
ALTER TABLE "order"
  ADD CONSTRAINT "order_renewal_clock" CHECK (("renewal" IN ('NONE', 'ENDED')) = ("renewal_next_at" IS NULL)),
  ADD CONSTRAINT "order_renewal_period" CHECK ("renewal" = 'NONE' OR ("period_ends_at" IS NOT NULL AND "period_day" BETWEEN 1 AND 31));
