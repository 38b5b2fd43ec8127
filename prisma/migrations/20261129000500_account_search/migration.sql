-- The normalised text by which operators find an account (see 20261128203000_search_text). A background task writes the
-- missing texts, because SQL cannot normalise them; the trigger clears a text whose sources have changed.
ALTER TABLE "account" ADD COLUMN "search_text" TEXT COLLATE "C";

CREATE FUNCTION "clear_account_search_text"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."search_text" := NULL;
  RETURN NEW;
END
$$;

CREATE TRIGGER "account_search_text_sources"
  BEFORE UPDATE OF "name", "legal_name", "email", "website", "tax_id" ON "account"
  FOR EACH ROW
  WHEN ((OLD."name", OLD."legal_name", OLD."email", OLD."website", OLD."tax_id")
    IS DISTINCT FROM (NEW."name", NEW."legal_name", NEW."email", NEW."website", NEW."tax_id"))
  EXECUTE FUNCTION "clear_account_search_text"();

CREATE INDEX "account_grams" ON "account" USING gin (search_grams("search_text"));
CREATE INDEX "account_text_missing" ON "account" ("id") WHERE "search_text" IS NULL;

-- The search by prefix used these.
DROP INDEX "account_name_prefix";
DROP INDEX "account_email_prefix";
