-- AlterTable
ALTER TABLE "log_entry" ADD COLUMN     "application_id" UUID;

-- CreateTable
CREATE TABLE "application" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[],
    "operations_revision" INTEGER NOT NULL DEFAULT 0,
    "quota_capacity" INTEGER,
    "quota_restore_per_second" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_key" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "key_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "application_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operation_manifest" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deprecated_at" TIMESTAMPTZ(3),
    "retires_at" TIMESTAMPTZ(3),

    CONSTRAINT "operation_manifest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registered_document" (
    "application_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "operation_name" TEXT,
    "kind" TEXT NOT NULL,
    "cost" INTEGER NOT NULL,

    CONSTRAINT "registered_document_pkey" PRIMARY KEY ("application_id","hash")
);

-- CreateTable
CREATE TABLE "manifest_document" (
    "manifest_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "manifest_document_pkey" PRIMARY KEY ("manifest_id","hash")
);

-- CreateIndex
CREATE INDEX "application_account_id_created_at_id_idx" ON "application"("account_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "application_created_at_id_idx" ON "application"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "application_key_key_hash_key" ON "application_key"("key_hash");

-- CreateIndex
CREATE INDEX "application_key_application_id_created_at_idx" ON "application_key"("application_id", "created_at");

-- CreateIndex
CREATE INDEX "operation_manifest_application_id_created_at_id_idx" ON "operation_manifest"("application_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "operation_manifest_application_id_name_version_key" ON "operation_manifest"("application_id", "name", "version");

-- CreateIndex
CREATE INDEX "manifest_document_application_id_hash_idx" ON "manifest_document"("application_id", "hash");

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_key" ADD CONSTRAINT "application_key_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operation_manifest" ADD CONSTRAINT "operation_manifest_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registered_document" ADD CONSTRAINT "registered_document_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "manifest_document" ADD CONSTRAINT "manifest_document_manifest_id_fkey" FOREIGN KEY ("manifest_id") REFERENCES "operation_manifest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "manifest_document" ADD CONSTRAINT "manifest_document_application_id_hash_fkey" FOREIGN KEY ("application_id", "hash") REFERENCES "registered_document"("application_id", "hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_entry" ADD CONSTRAINT "log_entry_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE SET NULL ON UPDATE CASCADE;
