-- AlterEnum
ALTER TYPE "ProofStatus" ADD VALUE 'MISSING';

-- AlterTable
ALTER TABLE "order" ADD COLUMN     "advertiser_reminded_at" TIMESTAMPTZ(3),
ADD COLUMN     "overdue_since" TIMESTAMPTZ(3),
ADD COLUMN     "payment_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "promised_for" TIMESTAMPTZ(3),
ADD COLUMN     "seller_reminded_at" TIMESTAMPTZ(3),
ADD COLUMN     "status_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- The orders under way, as if they had entered their status with the columns and the timers of today.
UPDATE "order" AS o SET
  "status_since" = coalesce((SELECT e."at" FROM "log_entry" AS e WHERE e."order_id" = o."id" AND e."revision" = o."stay" ORDER BY e."number" LIMIT 1), o."last_activity_at"),
  "payment_due_at" = (SELECT p."due_at" FROM "payment" AS p WHERE p."order_id" = o."id" AND p."purpose" = 'ORDER' AND p."status" = 'OPEN' LIMIT 1),
  "promised_for" = (SELECT (e."input" ->> 'promisedFor')::timestamptz FROM "log_entry" AS e WHERE e."order_id" = o."id" AND e."type" = 'startProcessing' ORDER BY e."number" DESC LIMIT 1);

-- Deadlines that are new begin now, so that no order expires or is reported at once.
INSERT INTO "timer" ("id", "order_id", "stay", "step", "kind", "due_at")
SELECT gen_random_uuid(), o."id", o."stay", 'expireOrder', kind::"TimerKind", now() + days * interval '1 day'
FROM "order" AS o, (VALUES ('STEP', 14), ('REMINDER', 11)) AS timed (kind, days)
WHERE o."status" = 'FEEDBACK_PROVIDED'
ON CONFLICT DO NOTHING;

INSERT INTO "timer" ("id", "order_id", "stay", "step", "kind", "due_at")
SELECT gen_random_uuid(), o."id", o."stay", 'reportDelay', kind::"TimerKind",
  greatest(now() + days * interval '1 day', o."promised_for" + interval '3 days') - before * interval '1 day'
FROM "order" AS o
JOIN (VALUES ('PAYMENT_RECEIVED', 7), ('PROCESSING', 30), ('ON_HOLD', 30), ('DISPUTED', 14)) AS period (status, days)
  ON period.status = o."status"::text,
  (VALUES ('STEP', 0), ('REMINDER', 2)) AS timed (kind, before)
ON CONFLICT DO NOTHING;

INSERT INTO "timer" ("id", "order_id", "stay", "step", "kind", "due_at")
SELECT gen_random_uuid(), o."id", o."stay", 'lapseProof', 'STEP', now() + interval '28 days'
FROM "order" AS o WHERE o."status" = 'COMPLETED' AND o."proof" = 'REQUESTED'
ON CONFLICT DO NOTHING;
