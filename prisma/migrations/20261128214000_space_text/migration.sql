-- The normalised text by which the search finds a space (see 20261128203000_search_text). A background task writes the
-- missing texts, because SQL cannot normalise them.
ALTER TABLE "space" ADD COLUMN "search_text" TEXT COLLATE "C";

CREATE INDEX "space_grams" ON "space" USING gin (search_grams("search_text"));
CREATE INDEX "space_text_missing" ON "space" ("id") WHERE "search_text" IS NULL;
