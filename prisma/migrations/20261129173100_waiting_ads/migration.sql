-- The step that led an ad to its status, and when.
ALTER TABLE "ad" ADD COLUMN "status_since" TIMESTAMPTZ(3),
ADD COLUMN "status_step" TEXT;

-- The ads of an order that wait for a role.
ALTER TABLE "order" ADD COLUMN "waiting_ads" JSONB NOT NULL DEFAULT '[]';

-- Orders under way with ads that wait for the review of the seller. Drafts of earlier orders follow with the next step of an ad.
UPDATE "order" SET "waiting_ads" = waiting.ads, "awaits_seller" = true
FROM (
  SELECT order_id, jsonb_build_array(jsonb_build_object(
    'status', 'PENDING', 'step', null, 'count', count(*), 'since', min(updated_at))) AS ads
  FROM "ad" WHERE status = 'PENDING' AND order_id IS NOT NULL GROUP BY order_id
) AS waiting
WHERE "order".id = waiting.order_id
  AND "order".status IN ('PENDING', 'FEEDBACK_REQUIRED', 'FEEDBACK_PROVIDED', 'PAYMENT_REQUIRED', 'PAYMENT_RECEIVED', 'PROCESSING');
