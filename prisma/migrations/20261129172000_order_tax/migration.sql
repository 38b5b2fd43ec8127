-- AlterTable
ALTER TABLE "account" ADD COLUMN     "prices_include_tax" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "tax_basis_points" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "order" ADD COLUMN     "prices_include_tax" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "tax_basis_points" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "tax_minor_units" BIGINT NOT NULL DEFAULT 0;
