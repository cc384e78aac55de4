-- CreateEnum
CREATE TYPE "dte_signature" AS ENUM ('verified', 'unconfirmed');

-- CreateEnum
CREATE TYPE "load_action" AS ENUM ('inserted', 'updated', 'deleted');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "load_status" ADD VALUE 'waiting';
ALTER TYPE "load_status" ADD VALUE 'checking';
ALTER TYPE "load_status" ADD VALUE 'checked';
ALTER TYPE "load_status" ADD VALUE 'publishing';
ALTER TYPE "load_status" ADD VALUE 'discarded';
ALTER TYPE "load_status" ADD VALUE 'failed';

-- AlterTable
ALTER TABLE "bill" ADD COLUMN     "cancelled_on" DATE,
ADD COLUMN     "replaced_by" TEXT,
ADD COLUMN     "replaces" TEXT;

-- AlterTable
ALTER TABLE "load" ADD COLUMN     "notices" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "operator" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "package_bytes" BIGINT,
ADD COLUMN     "package_key" TEXT,
ADD COLUMN     "progress" JSONB,
ADD COLUMN     "published_at" TIMESTAMPTZ(6),
ADD COLUMN     "user_id" UUID;

-- CreateTable
CREATE TABLE "payment" (
    "usage_point_number" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "paid_on" DATE NOT NULL,
    "amount" DECIMAL(16,2) NOT NULL,
    "document" TEXT,
    "method" TEXT,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("usage_point_number","number")
);

-- CreateTable
CREATE TABLE "charge_description" (
    "description" TEXT NOT NULL,
    "explanation" TEXT NOT NULL,

    CONSTRAINT "charge_description_pkey" PRIMARY KEY ("description")
);

-- CreateTable
CREATE TABLE "dte" (
    "issuer_rut" TEXT NOT NULL,
    "tipo" INTEGER NOT NULL,
    "folio" BIGINT NOT NULL,
    "issued_on" DATE NOT NULL,
    "receiver_rut" TEXT NOT NULL,
    "total_amount" DECIMAL(16,2) NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "file_key" TEXT NOT NULL,
    "start_byte" INTEGER NOT NULL,
    "end_byte" INTEGER NOT NULL,
    "encoding" TEXT NOT NULL,
    "pdf_key" TEXT,
    "certification" BOOLEAN NOT NULL,
    "resolution_number" INTEGER,
    "resolution_on" DATE,
    "signature" "dte_signature" NOT NULL,

    CONSTRAINT "dte_pkey" PRIMARY KEY ("issuer_rut","tipo","folio")
);

-- CreateTable
CREATE TABLE "load_change" (
    "id" BIGSERIAL NOT NULL,
    "load_id" UUID NOT NULL,
    "resource" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "action" "load_action" NOT NULL,
    "columns" JSONB,

    CONSTRAINT "load_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage_point_document" (
    "usage_point_number" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "issued_on" DATE,
    "file_key" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,

    CONSTRAINT "usage_point_document_pkey" PRIMARY KEY ("usage_point_number","number")
);

-- CreateIndex
CREATE INDEX "load_change_load_id_id_idx" ON "load_change"("load_id", "id");

-- DropIndex
DROP INDEX "rejected_row_load_id_idx";

-- CreateIndex
CREATE INDEX "rejected_row_load_id_id_idx" ON "rejected_row"("load_id", "id");

-- CreateIndex
CREATE INDEX "load_published_at_idx" ON "load"("published_at");

-- CreateIndex
CREATE INDEX "load_user_id_idx" ON "load"("user_id");

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_usage_point_number_fkey" FOREIGN KEY ("usage_point_number") REFERENCES "usage_point"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "load" ADD CONSTRAINT "load_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "portal_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "load_change" ADD CONSTRAINT "load_change_load_id_fkey" FOREIGN KEY ("load_id") REFERENCES "load"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_point_document" ADD CONSTRAINT "usage_point_document_usage_point_number_fkey" FOREIGN KEY ("usage_point_number") REFERENCES "usage_point"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say. A tax document never changes: what was issued is corrected by another document.
CREATE FUNCTION dte_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'dte % % % does not change', OLD.issuer_rut, OLD.tipo, OLD.folio;
END $$;
CREATE TRIGGER dte_is_final BEFORE UPDATE ON dte FOR EACH ROW
  WHEN ((OLD.issuer_rut, OLD.tipo, OLD.folio, OLD.sha256) IS DISTINCT FROM (NEW.issuer_rut, NEW.tipo, NEW.folio, NEW.sha256))
  EXECUTE FUNCTION dte_is_final();
ALTER TABLE dte ADD CONSTRAINT dte_bytes CHECK (start_byte >= 0 AND end_byte > start_byte);

-- Loads from before this version: the last to end was the last to be published.
UPDATE load SET published_at = finished_at WHERE status = 'published';

-- The few bills that do not count, found without reading the others.
CREATE INDEX bill_replaced ON bill (usage_point_number, document) WHERE replaced_by IS NOT NULL;
CREATE INDEX bill_replaces ON bill (usage_point_number, replaces) WHERE replaces IS NOT NULL;

-- A bill does not replace itself.
ALTER TABLE bill ADD CONSTRAINT bill_replaces CHECK (replaces <> document AND replaced_by <> document);

-- A line of a bill without the names of its parts (StoredLineItem of lib/billing/model.ts).
UPDATE bill SET line_items = (
  SELECT coalesce(jsonb_agg(jsonb_build_array(i->'line', i->'description', i->'quantity', i->'unit', i->'unitPrice', i->'amount', i->'taxable')
    ORDER BY (i->>'line')::integer), '[]') FROM jsonb_array_elements(line_items) i);
