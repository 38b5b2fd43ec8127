-- The default makes endpoints that exist, and those that earlier versions create during a rollout, count as verified.
ALTER TABLE "webhook_endpoint" ADD COLUMN "verified_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP;
