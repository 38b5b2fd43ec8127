-- CreateEnum
CREATE TYPE "OAuthRecordKind" AS ENUM ('INTERACTION', 'AUTHORIZATION_CODE', 'ACCESS_TOKEN', 'REFRESH_TOKEN');

-- AlterTable
ALTER TABLE "application" ADD COLUMN     "client_secret_hash" TEXT,
ADD COLUMN     "client_secret_id" UUID,
ADD COLUMN     "redirect_uris" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "application_grant" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "consented_by_id" UUID NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "application_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oauth_record" (
    "id" UUID NOT NULL,
    "kind" "OAuthRecordKind" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "grant_id" UUID,
    "scopes" TEXT[],
    "payload" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),

    CONSTRAINT "oauth_record_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "application_grant_account_id_created_at_id_idx" ON "application_grant"("account_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "application_grant_application_id_idx" ON "application_grant"("application_id");

-- CreateIndex
CREATE INDEX "application_grant_consented_by_id_idx" ON "application_grant"("consented_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "oauth_record_token_hash_key" ON "oauth_record"("token_hash");

-- CreateIndex
CREATE INDEX "oauth_record_grant_id_idx" ON "oauth_record"("grant_id");

-- CreateIndex
CREATE INDEX "oauth_record_expires_at_idx" ON "oauth_record"("expires_at");

-- AddForeignKey
ALTER TABLE "application_grant" ADD CONSTRAINT "application_grant_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_grant" ADD CONSTRAINT "application_grant_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_grant" ADD CONSTRAINT "application_grant_consented_by_id_fkey" FOREIGN KEY ("consented_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oauth_record" ADD CONSTRAINT "oauth_record_grant_id_fkey" FOREIGN KEY ("grant_id") REFERENCES "application_grant"("id") ON DELETE SET NULL ON UPDATE CASCADE;
