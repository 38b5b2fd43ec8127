-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_operator" BOOLEAN NOT NULL DEFAULT false,
    "payment_instructions" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_code" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "tries_left" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "space" (
    "id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "is_listed" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "space_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price_option" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "price_minor_units" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "measure" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "is_monthly" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,

    CONSTRAINT "price_option_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "advertiser_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "brief" TEXT NOT NULL,
    "value_minor_units" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "payment_method" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "status_before" TEXT,
    "stay" INTEGER NOT NULL,
    "hold_for" TEXT,
    "payment_status" TEXT NOT NULL,
    "proof" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "log_number" INTEGER NOT NULL,
    "awaits_advertiser" BOOLEAN NOT NULL,
    "awaits_seller" BOOLEAN NOT NULL,
    "awaits_operator" BOOLEAN NOT NULL,
    "search_text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_activity_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_item" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "price_option_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "price_minor_units" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "order_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "log_entry" (
    "order_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "role" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "from_status" TEXT,
    "to_status" TEXT,
    "revision" INTEGER NOT NULL,
    "is_forced" BOOLEAN NOT NULL DEFAULT false,
    "idempotency_key" TEXT,

    CONSTRAINT "log_entry_pkey" PRIMARY KEY ("order_id","number")
);

-- CreateTable
CREATE TABLE "message" (
    "order_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "author_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("order_id","number")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "amount_minor_units" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "status" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "reference" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timer" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "stay" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "timer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "order_id" UUID,
    "entry" INTEGER,
    "role" TEXT,
    "address" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "provider_id" TEXT,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "sign_in_code_email_created_at_idx" ON "sign_in_code"("email", "created_at");

-- CreateIndex
CREATE INDEX "sign_in_code_expires_at_idx" ON "sign_in_code"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "space_seller_id_created_at_id_idx" ON "space"("seller_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "space_created_at_id_idx" ON "space"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "price_option_space_id_position_key" ON "price_option"("space_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "order_number_key" ON "order"("number");

-- CreateIndex
CREATE INDEX "order_advertiser_id_last_activity_at_id_idx" ON "order"("advertiser_id", "last_activity_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "order_seller_id_last_activity_at_id_idx" ON "order"("seller_id", "last_activity_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "order_last_activity_at_id_idx" ON "order"("last_activity_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "order_item_price_option_id_idx" ON "order_item"("price_option_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_item_order_id_position_key" ON "order_item"("order_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "log_entry_actor_id_idempotency_key_key" ON "log_entry"("actor_id", "idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "payment_order_id_reference_key" ON "payment"("order_id", "reference");

-- CreateIndex
CREATE INDEX "timer_due_at_idx" ON "timer"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "timer_order_id_stay_step_kind_key" ON "timer"("order_id", "stay", "step", "kind");

-- CreateIndex
CREATE INDEX "mail_order_id_entry_idx" ON "mail"("order_id", "entry");

-- CreateIndex
CREATE INDEX "mail_status_created_at_idx" ON "mail"("status", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "mail_cause_template_address_key" ON "mail"("cause", "template", "address");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space" ADD CONSTRAINT "space_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_option" ADD CONSTRAINT "price_option_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "space"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_advertiser_id_fkey" FOREIGN KEY ("advertiser_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_item" ADD CONSTRAINT "order_item_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_item" ADD CONSTRAINT "order_item_price_option_id_fkey" FOREIGN KEY ("price_option_id") REFERENCES "price_option"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_entry" ADD CONSTRAINT "log_entry_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_order_id_number_fkey" FOREIGN KEY ("order_id", "number") REFERENCES "log_entry"("order_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timer" ADD CONSTRAINT "timer_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_order_id_entry_fkey" FOREIGN KEY ("order_id", "entry") REFERENCES "log_entry"("order_id", "number") ON DELETE SET NULL ON UPDATE CASCADE;

-- What follows cannot be said in schema.prisma.

-- The attention filter reads only what waits for somebody, in the order of the list.
CREATE INDEX "order_awaits_advertiser" ON "order" ("advertiser_id", "last_activity_at" DESC, "id" DESC) WHERE "awaits_advertiser";
CREATE INDEX "order_awaits_seller" ON "order" ("seller_id", "last_activity_at" DESC, "id" DESC) WHERE "awaits_seller";
CREATE INDEX "order_awaits_operator" ON "order" ("last_activity_at" DESC, "id" DESC) WHERE "awaits_operator";

-- The text filter.
CREATE INDEX "order_search" ON "order" USING gin (to_tsvector('simple', "search_text"));

-- At most one payment is open in an order.
CREATE UNIQUE INDEX "payment_one_open" ON "payment" ("order_id") WHERE "status" = 'OPEN';

ALTER TABLE "order"
  ADD CONSTRAINT "order_counters" CHECK ("revision" >= 1 AND "log_number" >= "revision" AND "stay" BETWEEN 1 AND "revision"),
  ADD CONSTRAINT "order_value" CHECK ("value_minor_units" >= 0),
  ADD CONSTRAINT "order_two_parties" CHECK ("advertiser_id" <> "seller_id");
ALTER TABLE "order_item" ADD CONSTRAINT "order_item_price" CHECK ("price_minor_units" >= 0);
ALTER TABLE "price_option" ADD CONSTRAINT "price_option_price" CHECK ("price_minor_units" >= 0 AND "quantity" > 0);
ALTER TABLE "payment" ADD CONSTRAINT "payment_amount" CHECK ("amount_minor_units" > 0);

-- The log is only ever appended to.
CREATE FUNCTION "refuse_change_of_log"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'log_entry is append-only';
END
$$;
CREATE TRIGGER "log_entry_is_append_only" BEFORE UPDATE OR DELETE ON "log_entry"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_log"();
