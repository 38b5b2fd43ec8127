-- Stored names that kept their form when steps, events and queues were renamed.

-- The type of a delivery is that of the event that its entry stands for. Later attempts send it.
UPDATE "webhook_delivery" SET "type" = named."event"
FROM "log_entry", (VALUES
  ('placeOrder', 'order.placed'),
  ('requestFeedback', 'order.feedback_requested'),
  ('provideFeedback', 'order.feedback_provided'),
  ('withdrawFeedbackRequest', 'order.feedback_request_withdrawn'),
  ('requestPayment', 'order.payment_requested'),
  ('withdrawPaymentRequest', 'order.payment_request_withdrawn'),
  ('confirmPayment', 'order.payment_received'),
  ('startProcessing', 'order.processing_started'),
  ('putOnHold', 'order.put_on_hold'),
  ('resumeOrder', 'order.resumed'),
  ('completeOrder', 'order.completed'),
  ('submitProof', 'order.proof_submitted'),
  ('remindOfProof', 'order.proof_reminder_sent'),
  ('rateCollaboration', 'order.collaboration_rated'),
  ('publishRatings', 'order.ratings_published'),
  ('sendMetricsSurvey', 'order.metrics_survey_sent'),
  ('answerMetricsSurvey', 'order.metrics_survey_answered'),
  ('lapseMetricsSurvey', 'order.metrics_survey_lapsed'),
  ('openDispute', 'order.dispute_opened'),
  ('resolveDispute', 'order.dispute_resolved'),
  ('closeDisputeWindow', 'order.dispute_window_closed'),
  ('refundOrder', 'order.refunded'),
  ('cancelOrder', 'order.cancelled'),
  ('cancelPaidOrder', 'order.paid_order_cancelled'),
  ('rejectOrder', 'order.rejected'),
  ('expireOrder', 'order.expired'),
  ('requestRenewalPayment', 'order.renewal_payment_requested'),
  ('renewOrder', 'order.renewed'),
  ('stopRenewal', 'order.renewal_stopped'),
  ('missRenewalPayment', 'order.renewal_payment_missed'),
  ('remindOfRenewalPayment', 'order.renewal_payment_reminder_sent'),
  ('endRenewal', 'order.renewal_ended'),
  ('overrideOrderStatus', 'order.status_overridden'),
  ('createAd', 'order.ad_created'),
  ('saveAdDraft', 'order.ad_draft_saved'),
  ('submitAd', 'order.ad_submitted'),
  ('rejectAd', 'order.ad_rejected'),
  ('publishAd', 'order.ad_published'),
  ('publishAdDirectly', 'order.ad_published_directly'),
  ('unpublishAd', 'order.ad_unpublished'),
  ('expireAd', 'order.ad_expired'),
  ('withdrawAd', 'order.ad_withdrawn'),
  ('sendMessage', 'order.message_sent'),
  ('updateMessage', 'order.message_updated'),
  ('deleteMessage', 'order.message_deleted'),
  ('checkoutOpened', 'order.checkout_opened'),
  ('checkoutExpired', 'order.checkout_expired'),
  ('checkoutFailed', 'order.checkout_failed'),
  ('paymentFailed', 'order.payment_failed'),
  ('paymentArrivedLate', 'order.payment_arrived_late'),
  ('paymentMismatched', 'order.payment_mismatched'),
  ('paymentRefunded', 'order.payment_refunded'),
  ('refundFailed', 'order.refund_failed'),
  ('paymentDisputed', 'order.payment_disputed'),
  ('paymentExceptionResolved', 'order.payment_exception_resolved'),
  ('rotateSetupLink', 'order.setup_link_rotated'),
  ('revokeSetupLink', 'order.setup_link_revoked'),
  ('emailSent', 'order.email_sent'),
  ('emailFailed', 'order.email_failed')
) AS named("entry_type", "event")
WHERE "log_entry"."order_id" = "webhook_delivery"."order_id" AND "log_entry"."number" = "webhook_delivery"."number"
  AND "log_entry"."type" = named."entry_type" AND "webhook_delivery"."type" <> named."event";

-- Jobs that wait in the queues make-sandbox and remove-sandbox, which no worker reads any more. A new database has no
-- job runner yet.
DO $$
BEGIN
  IF to_regclass('jobs.queue') IS NULL THEN RETURN; END IF;
  INSERT INTO jobs.queue
  SELECT (jsonb_populate_record(queue, jsonb_build_object('name', renamed."to"))).*
  FROM jobs.queue, (VALUES ('make-sandbox', 'create-sandbox'), ('remove-sandbox', 'delete-sandbox')) AS renamed("from", "to")
  WHERE queue.name = renamed."from"
  ON CONFLICT DO NOTHING;
  UPDATE jobs.job SET name = renamed."to"
  FROM (VALUES ('make-sandbox', 'create-sandbox'), ('remove-sandbox', 'delete-sandbox')) AS renamed("from", "to")
  WHERE job.name = renamed."from";
END $$;
