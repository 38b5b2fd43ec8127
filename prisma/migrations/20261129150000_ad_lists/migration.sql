-- The advertiser of the order of an ad stands in the ad, so that the list of a party is read by one index in its order.
ALTER TABLE "ad" ADD COLUMN     "advertiser_id" UUID;
UPDATE "ad" SET "advertiser_id" = "order"."advertiser_id" FROM "order" WHERE "order"."id" = "ad"."order_id";

-- A trigger, so that servers of the version before set it too.
CREATE FUNCTION "set_advertiser_of_ad"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT "advertiser_id" INTO NEW."advertiser_id" FROM "order" WHERE "id" = NEW."order_id";
  RETURN NEW;
END
$$;
CREATE TRIGGER "ad_has_its_advertiser" BEFORE INSERT ON "ad"
  FOR EACH ROW WHEN (NEW."order_id" IS NOT NULL) EXECUTE FUNCTION "set_advertiser_of_ad"();

-- CreateIndex
CREATE INDEX "ad_advertiser_id_updated_at_id_idx" ON "ad"("advertiser_id", "updated_at" DESC, "id" DESC);
CREATE INDEX "ad_updated_at_id_idx" ON "ad"("updated_at" DESC, "id" DESC);
