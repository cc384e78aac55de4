-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "load_status" AS ENUM ('published', 'refused');

-- CreateEnum
CREATE TYPE "reading_quality" AS ENUM ('actual', 'estimated', 'missing');

-- CreateEnum
CREATE TYPE "staff_role" AS ENUM ('desk', 'administrator');

-- CreateTable
CREATE TABLE "customer" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "identity_number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_agreement" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "usage_point_number" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "customer_agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage_point_link" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "usage_point_number" TEXT NOT NULL,
    "agreement_id" UUID NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "usage_point_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bill" (
    "usage_point_number" TEXT NOT NULL,
    "period" CHAR(7) NOT NULL,
    "document" TEXT NOT NULL,
    "tipo_dte" INTEGER,
    "folio" BIGINT,
    "issued_on" DATE NOT NULL,
    "due_on" DATE,
    "served_from" DATE NOT NULL,
    "served_to" DATE NOT NULL,
    "consumption_kwh" DECIMAL(16,3),
    "taxable_amount" DECIMAL(16,2) NOT NULL,
    "exempt_amount" DECIMAL(16,2) NOT NULL,
    "tax_amount" DECIMAL(16,2) NOT NULL,
    "total_amount" DECIMAL(16,2) NOT NULL,
    "line_items" JSONB NOT NULL,

    CONSTRAINT "bill_pkey" PRIMARY KEY ("usage_point_number","period","document")
);

-- CreateTable
CREATE TABLE "load" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "status" "load_status" NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "counts" JSONB NOT NULL,
    "refusal" TEXT,

    CONSTRAINT "load_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rejected_row" (
    "id" BIGSERIAL NOT NULL,
    "load_id" UUID NOT NULL,
    "file" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT,
    "value" TEXT,
    "reason" TEXT NOT NULL,
    "remedy" TEXT NOT NULL,

    CONSTRAINT "rejected_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage_point" (
    "number" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "comuna" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "pricing_structure" TEXT,
    "billing_months" INTEGER NOT NULL DEFAULT 1,
    "service_capacity_kva" DECIMAL(12,3),
    "transformer_name" TEXT,
    "transformer_rated_kva" DECIMAL(12,3),
    "voltage_level" TEXT,

    CONSTRAINT "usage_point_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "meter" (
    "usage_point_number" TEXT NOT NULL,
    "serial_number" TEXT NOT NULL,
    "installed_on" DATE NOT NULL,
    "removed_on" DATE,

    CONSTRAINT "meter_pkey" PRIMARY KEY ("usage_point_number","serial_number")
);

-- CreateTable
CREATE TABLE "meter_reading" (
    "usage_point_number" TEXT NOT NULL,
    "period" CHAR(7) NOT NULL,
    "serial_number" TEXT NOT NULL,
    "quality" "reading_quality" NOT NULL,
    "read_on" DATE,
    "register_kwh" DECIMAL(16,3),

    CONSTRAINT "meter_reading_pkey" PRIMARY KEY ("usage_point_number","period","serial_number")
);

-- CreateTable
CREATE TABLE "portal_user" (
    "id" UUID NOT NULL,
    "identity_number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "staff_role" "staff_role",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "portal_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "portal_session" (
    "id" CHAR(64) NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "portal_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "key" CHAR(64) NOT NULL,
    "failures" INTEGER NOT NULL,
    "last_failure_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "customer_identity_number_key" ON "customer"("identity_number");

-- CreateIndex
CREATE INDEX "customer_agreement_customer_id_idx" ON "customer_agreement"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_agreement_usage_point_number_valid_from_key" ON "customer_agreement"("usage_point_number", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "customer_agreement_id_usage_point_number_key" ON "customer_agreement"("id", "usage_point_number");

-- CreateIndex
CREATE INDEX "usage_point_link_usage_point_number_idx" ON "usage_point_link"("usage_point_number");

-- CreateIndex
CREATE INDEX "usage_point_link_user_id_idx" ON "usage_point_link"("user_id");

-- CreateIndex
CREATE INDEX "usage_point_link_agreement_id_idx" ON "usage_point_link"("agreement_id");

-- CreateIndex
CREATE INDEX "load_started_at_idx" ON "load"("started_at");

-- CreateIndex
CREATE INDEX "rejected_row_load_id_idx" ON "rejected_row"("load_id");

-- CreateIndex
CREATE UNIQUE INDEX "portal_user_identity_number_key" ON "portal_user"("identity_number");

-- CreateIndex
CREATE INDEX "portal_session_user_id_idx" ON "portal_session"("user_id");

-- CreateIndex
CREATE INDEX "portal_session_created_at_idx" ON "portal_session"("created_at");

-- CreateIndex
CREATE INDEX "sign_in_attempt_last_failure_at_idx" ON "sign_in_attempt"("last_failure_at");

-- AddForeignKey
ALTER TABLE "customer_agreement" ADD CONSTRAINT "customer_agreement_usage_point_number_fkey" FOREIGN KEY ("usage_point_number") REFERENCES "usage_point"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_agreement" ADD CONSTRAINT "customer_agreement_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_point_link" ADD CONSTRAINT "usage_point_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "portal_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_point_link" ADD CONSTRAINT "usage_point_link_agreement_id_usage_point_number_fkey" FOREIGN KEY ("agreement_id", "usage_point_number") REFERENCES "customer_agreement"("id", "usage_point_number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bill" ADD CONSTRAINT "bill_usage_point_number_fkey" FOREIGN KEY ("usage_point_number") REFERENCES "usage_point"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rejected_row" ADD CONSTRAINT "rejected_row_load_id_fkey" FOREIGN KEY ("load_id") REFERENCES "load"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meter" ADD CONSTRAINT "meter_usage_point_number_fkey" FOREIGN KEY ("usage_point_number") REFERENCES "usage_point"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meter_reading" ADD CONSTRAINT "meter_reading_usage_point_number_fkey" FOREIGN KEY ("usage_point_number") REFERENCES "usage_point"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meter_reading" ADD CONSTRAINT "meter_reading_usage_point_number_serial_number_fkey" FOREIGN KEY ("usage_point_number", "serial_number") REFERENCES "meter"("usage_point_number", "serial_number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portal_session" ADD CONSTRAINT "portal_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "portal_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
