-- Browsers that show push notifications, and the notifications that were not sent yet.

-- CreateTable
CREATE TABLE "push_subscription" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "server_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "push_subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "push_notification" (
    "id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "order_id" UUID,
    "entry" INTEGER,
    "role" "PersonRole",
    "language" "Language" NOT NULL,
    "time_zone" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "push_notification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "push_subscription_session_id_key" ON "push_subscription"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "push_subscription_endpoint_key" ON "push_subscription"("endpoint");

-- CreateIndex
CREATE INDEX "push_subscription_person_id_id_idx" ON "push_subscription"("person_id", "id");

-- CreateIndex
CREATE INDEX "push_subscription_expires_at_idx" ON "push_subscription"("expires_at");

-- CreateIndex
CREATE INDEX "push_notification_person_id_idx" ON "push_notification"("person_id");

-- CreateIndex
CREATE INDEX "push_notification_subscription_id_idx" ON "push_notification"("subscription_id");

-- CreateIndex
CREATE INDEX "push_notification_created_at_idx" ON "push_notification"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "push_notification_cause_template_subscription_id_key" ON "push_notification"("cause", "template", "subscription_id");

-- AddForeignKey
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Push notifications that wait for the end of quiet hours: by time for the task that releases them.
CREATE INDEX "push_notification_due" ON "push_notification" ("due_at") WHERE "due_at" IS NOT NULL;
