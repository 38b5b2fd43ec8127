-- AlterTable
ALTER TABLE "log_entry" ADD COLUMN     "advertiser_id" UUID,
ADD COLUMN     "position" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "seller_id" UUID;

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "edited_at" TIMESTAMPTZ(3),
ADD COLUMN     "reply_to" INTEGER;

-- CreateTable
CREATE TABLE "read_marker" (
    "order_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "read_number" INTEGER NOT NULL DEFAULT 0,
    "delivered_number" INTEGER NOT NULL DEFAULT 0,
    "unread" INTEGER NOT NULL DEFAULT 0,
    "digest_due_at" TIMESTAMPTZ(3),
    "digested_number" INTEGER NOT NULL DEFAULT 0,
    "position" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "read_marker_pkey" PRIMARY KEY ("order_id","account_id")
);

-- CreateTable
CREATE TABLE "database_epoch" (
    "id" INTEGER NOT NULL,
    "epoch" TEXT NOT NULL,
    "incarnation" TEXT,

    CONSTRAINT "database_epoch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "read_marker_account_id_position_order_id_idx" ON "read_marker"("account_id", "position", "order_id");

-- CreateIndex
CREATE INDEX "log_entry_advertiser_id_position_order_id_number_idx" ON "log_entry"("advertiser_id", "position", "order_id", "number");

-- CreateIndex
CREATE INDEX "log_entry_seller_id_position_order_id_number_idx" ON "log_entry"("seller_id", "position", "order_id", "number");

-- CreateIndex
CREATE INDEX "log_entry_position_order_id_number_idx" ON "log_entry"("position", "order_id", "number");

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_order_id_reply_to_fkey" FOREIGN KEY ("order_id", "reply_to") REFERENCES "message"("order_id", "number") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "read_marker" ADD CONSTRAINT "read_marker_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_marker" ADD CONSTRAINT "read_marker_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows cannot be said in schema.prisma.

-- The orders with something unread, for the sum of a person's; and what the clock looks for.
CREATE INDEX "read_marker_unread" ON "read_marker" ("account_id") INCLUDE ("unread") WHERE "unread" > 0;
CREATE INDEX "read_marker_digest" ON "read_marker" ("digest_due_at") WHERE "digest_due_at" IS NOT NULL;
ALTER TABLE "read_marker" ADD CONSTRAINT "read_marker_unread_count" CHECK ("unread" >= 0);
ALTER TABLE "message" ADD CONSTRAINT "message_deleted_text" CHECK ("deleted_at" IS NULL OR "text" = '');

-- The entries that are there already: in the order in which they happened, before all that come.
ALTER TABLE "log_entry" DISABLE TRIGGER "log_entry_is_append_only";
UPDATE "log_entry" SET "position" = "placed"."position", "advertiser_id" = "placed"."advertiser_id", "seller_id" = "placed"."seller_id"
FROM (
  SELECT "order_id", "number", "advertiser_id", "seller_id", row_number() OVER (ORDER BY "reached_at", "order_id", "number") AS "position"
  FROM (
    SELECT "order_id", "log_entry"."number", "order"."advertiser_id", "order"."seller_id",
      max("at") OVER (PARTITION BY "order_id" ORDER BY "log_entry"."number") AS "reached_at"
    FROM "log_entry" JOIN "order" ON "order"."id" = "order_id"
  ) AS "reached"
) AS "placed"
WHERE "placed"."order_id" = "log_entry"."order_id" AND "placed"."number" = "log_entry"."number";
ALTER TABLE "log_entry" ENABLE TRIGGER "log_entry_is_append_only";

INSERT INTO "database_epoch" ("id", "epoch") VALUES (1, substr(md5(random()::text || clock_timestamp()::text), 1, 8));
ALTER TABLE "database_epoch" ADD CONSTRAINT "database_epoch_one_row" CHECK ("id" = 1);

-- What was said before somebody could mark it as read counts as read.
INSERT INTO "read_marker" ("order_id", "account_id", "read_number", "delivered_number", "digested_number")
SELECT "id", "party", "log_number", "log_number", "log_number"
FROM "order" CROSS JOIN LATERAL (VALUES ("advertiser_id"), ("seller_id")) AS "parties" ("party");

-- Feeds across orders are ordered by position: a number drawn from one sequence while the order's row is held, hence
-- growing within an order. Of two transactions that overlap the later number can be seen first. Therefore whoever draws
-- has said before, by a shared lock on the number that the sequence stood at (in two parts, 31 bits in the second), that
-- it may write above it; the lock ends after what was written can be seen.
CREATE SEQUENCE "feed";
SELECT setval('feed', coalesce((SELECT max("position") FROM "log_entry"), 0) + 1);
CREATE FUNCTION "feed_position"() RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  "bound" bigint;
BEGIN
  -- Once for a transaction, whatever it writes: the lowest bound holds for all.
  IF coalesce(current_setting('placard.writes_feed', true), '') = '' THEN
    SELECT "last_value" INTO "bound" FROM "feed";
    PERFORM pg_advisory_xact_lock_shared(1886151009 + ("bound" >> 31)::int, ("bound" & 2147483647)::int);
    PERFORM set_config('placard.writes_feed', 'yes', true);
  END IF;
  RETURN nextval('feed');
END
$$;
-- Below this position nothing will appear any more, for statements that begin after this one: who has drawn a number up
-- to `reached` had taken its lock before, and either holds it still or can be seen.
CREATE FUNCTION "feed_horizon"() RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  "reached" bigint;
  "bound" bigint;
BEGIN
  SELECT "last_value" INTO "reached" FROM "feed";
  SELECT min((("classid"::bigint - 1886151009) << 31) + "objid"::bigint) INTO "bound" FROM pg_locks
  WHERE "locktype" = 'advisory' AND "objsubid" = 2 AND "classid"::bigint BETWEEN 1886151009 AND 1886151009 + 1000000
    AND "database" = (SELECT "oid" FROM pg_database WHERE "datname" = current_database());
  RETURN least("reached", "bound") + 1;
END
$$;
-- A trigger, so that nobody who appends to the log can leave an entry out of the feeds.
CREATE FUNCTION "place_in_feeds"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT "advertiser_id", "seller_id" INTO NEW."advertiser_id", NEW."seller_id" FROM "order" WHERE "id" = NEW."order_id";
  NEW."position" := feed_position();
  RETURN NEW;
END
$$;
CREATE TRIGGER "log_entry_is_placed_in_feeds" BEFORE INSERT ON "log_entry"
  FOR EACH ROW EXECUTE FUNCTION "place_in_feeds"();
