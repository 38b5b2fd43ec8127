-- The consent of a space that its ads load content from elsewhere and run scripts.
ALTER TABLE "space" ADD COLUMN "allows_remote_content" BOOLEAN NOT NULL DEFAULT false;
