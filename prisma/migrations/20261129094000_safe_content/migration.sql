-- AlterTable
ALTER TABLE "file" ADD COLUMN     "is_reduced" BOOLEAN NOT NULL DEFAULT false;

-- Names and titles without direction controls, which newer ones do not have.
UPDATE "account" SET "name" = regexp_replace("name", '[\u202A-\u202E\u2066-\u2069]', '', 'g') WHERE "name" ~ '[\u202A-\u202E\u2066-\u2069]';
UPDATE "person" SET "name" = regexp_replace("name", '[\u202A-\u202E\u2066-\u2069]', '', 'g') WHERE "name" ~ '[\u202A-\u202E\u2066-\u2069]';
UPDATE "space" SET "title" = regexp_replace("title", '[\u202A-\u202E\u2066-\u2069]', '', 'g') WHERE "title" ~ '[\u202A-\u202E\u2066-\u2069]';
