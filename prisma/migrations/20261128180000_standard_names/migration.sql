-- Steps, entries, what entries were made with, and scopes have the names that the API has.

ALTER TABLE "log_entry" DISABLE TRIGGER "log_entry_is_append_only";

UPDATE "log_entry" SET "type" = renamed."to"
FROM (VALUES
  ('receivePayment', 'confirmPayment'),
  ('operatorOverride', 'overrideOrderStatus'),
  ('editMessage', 'updateMessage'),
  ('mailSent', 'emailSent'),
  ('mailFailed', 'emailFailed'),
  ('moneyResolved', 'paymentExceptionResolved')
) AS renamed("from", "to")
WHERE "log_entry"."type" = renamed."from";

UPDATE "log_entry"
SET "input" = "input" - 'mail' - 'to' || jsonb_build_object('template', "input" -> 'mail', 'recipient', "input" -> 'to')
WHERE "type" IN ('emailSent', 'emailFailed');

UPDATE "log_entry"
SET "input" = "input" - 'failure' || jsonb_build_object('failureMessage', "input" -> 'failure')
WHERE "type" IN ('checkoutFailed', 'paymentFailed', 'refundFailed', 'paymentDisputed') AND "input" ? 'failure';

ALTER TABLE "log_entry" ENABLE TRIGGER "log_entry_is_append_only";

UPDATE "webhook_endpoint" SET "events" = ARRAY(
  SELECT CASE "event"
    WHEN 'receivePayment' THEN 'confirmPayment'
    WHEN 'operatorOverride' THEN 'overrideOrderStatus'
    WHEN 'editMessage' THEN 'updateMessage'
    WHEN 'mailSent' THEN 'emailSent'
    WHEN 'mailFailed' THEN 'emailFailed'
    WHEN 'moneyResolved' THEN 'paymentExceptionResolved'
    ELSE "event"
  END
  FROM unnest("events") WITH ORDINALITY AS listed("event", "position") ORDER BY "position"
);

UPDATE "application" SET "scopes" = ARRAY(
  SELECT upper(replace("scope", ':', '_'))
  FROM unnest("scopes") WITH ORDINALITY AS listed("scope", "position") ORDER BY "position"
);
