-- A draft that its seller publishes without a review is not on the timeline of its order, only in the audit log.
ALTER TYPE "AuditAction" ADD VALUE 'AD_PUBLISHED_DIRECTLY';
