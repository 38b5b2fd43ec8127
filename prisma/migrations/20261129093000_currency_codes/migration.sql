-- Codes that were sent in lower case were stored so: they were shown with the digits of another currency, and did not match
-- what a provider reported. Since then the API reads them as upper case.
UPDATE "price_option" SET "currency" = upper("currency") WHERE "currency" <> upper("currency");
UPDATE "order" SET "currency" = upper("currency") WHERE "currency" <> upper("currency");
UPDATE "order_item" SET "currency" = upper("currency") WHERE "currency" <> upper("currency");
UPDATE "payment" SET "currency" = upper("currency") WHERE "currency" <> upper("currency");
UPDATE "money_movement" SET "currency" = upper("currency") WHERE "currency" <> upper("currency");
UPDATE "marketplace" SET "currencies" = upper("currencies"::text)::text[] WHERE "currencies"::text <> upper("currencies"::text);
