-- Parts of a normalised text by which a search finds it: three characters at any place, and one or two where a word begins.
-- "src/platform/search-text.ts" makes the text and the parts of what is searched for. Letters and digits of scripts with
-- spaces between words are "joined"; any other character but ASCII punctuation is a word of its own. Code points, not
-- character classes, because the classes of a database depend on its locale. No extension is needed.
CREATE FUNCTION "search_grams"("content" text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000
AS $$
DECLARE
  "joined" CONSTANT int4multirange := '{[48,58),[97,123),[192,215),[216,247),[248,3584),[4256,4352),[4608,6016),[6144,8192),[42192,44032),[64256,110576)}';
  "punctuation" CONSTANT int4multirange := '{[32,36),[37,43),[44,48),[58,60),[63,65),[91,94),[95,96),[123,124),[125,126)}';
  "grams" text[] := '{}';
  "first" text := ' ';
  "second" text := ' ';
  "third" text;
  "is_start" boolean := false;
  "is_joined" boolean;
  "was_joined" boolean := false;
BEGIN
  -- Three characters at a time; "is_start" says that a word begins at the second of them.
  FOREACH "third" IN ARRAY string_to_array("content" || ' ', NULL) LOOP
    IF "is_start" THEN
      "grams" := "grams" || "second";
      IF "third" <> ' ' THEN "grams" := "grams" || ("second" || "third"); END IF;
    END IF;
    IF "first" <> ' ' AND "second" <> ' ' AND "third" <> ' ' THEN
      "grams" := "grams" || ("first" || "second" || "third");
    END IF;
    "is_joined" := ascii("third") <@ "joined";
    "is_start" := NOT ("is_joined" AND "was_joined") AND NOT ascii("third") <@ "punctuation";
    "first" := "second";
    "second" := "third";
    "was_joined" := "is_joined";
  END LOOP;
  RETURN "grams";
END
$$;

-- The texts are apart from the orders, because each message updates the row of its order, and an update of a row with an
-- n-gram index writes all its grams again.
CREATE TABLE "order_text" (
    "order_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT COLLATE "C",

    CONSTRAINT "order_text_pkey" PRIMARY KEY ("order_id","number")
);

ALTER TABLE "order_text" ADD CONSTRAINT "order_text_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX "order_text_grams" ON "order_text" USING gin (search_grams("text"));
CREATE INDEX "order_text_missing" ON "order_text" ("order_id", "number") WHERE "text" IS NULL;

-- A background task writes the missing texts, because SQL cannot normalise them.
INSERT INTO "order_text" ("order_id", "number") SELECT "id", 0 FROM "order";
INSERT INTO "order_text" ("order_id", "number") SELECT "order_id", "number" FROM "message" WHERE "deleted_at" IS NULL;

DROP INDEX "order_search";
ALTER TABLE "order" DROP COLUMN "search_text";
