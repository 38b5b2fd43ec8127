-- AlterTable
ALTER TABLE "order" ADD COLUMN     "is_renewal_asked" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "period_day" INTEGER,
ADD COLUMN     "period_ends_at" TIMESTAMPTZ(3),
ADD COLUMN     "predecessor_id" UUID,
ADD COLUMN     "renewal" TEXT NOT NULL DEFAULT 'NONE',
ADD COLUMN     "renewal_next_at" TIMESTAMPTZ(3),
ADD COLUMN     "renewal_reminders" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT 'ORDER';

-- AlterTable
ALTER TABLE "space" ADD COLUMN     "renews_ads" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE UNIQUE INDEX "order_predecessor_id_key" ON "order"("predecessor_id");

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows cannot be said in schema.prisma.

-- At most one payment for each purpose is open in an order.
DROP INDEX "payment_one_open";
CREATE UNIQUE INDEX "payment_one_open" ON "payment" ("order_id", "purpose") WHERE "status" = 'OPEN';
ALTER TABLE "payment" ADD CONSTRAINT "payment_purpose" CHECK ("purpose" IN ('ORDER', 'RENEWAL'));
-- What the clock of renewals has to look at.
CREATE INDEX "order_renewal_due" ON "order" ("renewal_next_at") WHERE "renewal_next_at" IS NOT NULL;
ALTER TABLE "order"
  ADD CONSTRAINT "order_renewal" CHECK ("renewal" IN ('NONE', 'ACTIVE', 'ENDS_AT_PERIOD', 'PAST_DUE', 'ENDED')),
  -- What is under way has a period and a time at which the clock goes on with it.
  ADD CONSTRAINT "order_renewal_clock" CHECK (("renewal" IN ('NONE', 'ENDED')) = ("renewal_next_at" IS NULL)),
  ADD CONSTRAINT "order_renewal_period" CHECK ("renewal" = 'NONE' OR ("period_ends_at" IS NOT NULL AND "period_day" BETWEEN 1 AND 31));
