-- The column has the name of its field.
ALTER TABLE "registered_document" RENAME COLUMN "told_deprecations" TO "notified_deprecations";
