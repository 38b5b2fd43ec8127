-- The due queues of each endpoint, the longest due first.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "webhook_queue_endpoint_id_due_at_idx" ON "webhook_queue"("endpoint_id", "due_at");
