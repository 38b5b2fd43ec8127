-- The due deliveries of each endpoint, the longest due first.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "webhook_delivery_endpoint_id_due_at_idx" ON "webhook_delivery"("endpoint_id", "due_at");
