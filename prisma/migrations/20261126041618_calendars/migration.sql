-- CreateEnum
CREATE TYPE "calendar_day_kind" AS ENUM ('holiday', 'reviewed');

-- CreateEnum
CREATE TYPE "calendar_day_certainty" AS ENUM ('firm', 'probable', 'provisional');

-- CreateTable
CREATE TABLE "calendar_day" (
    "calendar" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "kind" "calendar_day_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "norm" TEXT NOT NULL,
    "url" TEXT,
    "certainty" "calendar_day_certainty" NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("calendar","date","kind")
);

-- CreateTable
CREATE TABLE "calendar_version" (
    "calendar" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL,
    "load_id" UUID,
    "days" JSONB NOT NULL,

    CONSTRAINT "calendar_version_pkey" PRIMARY KEY ("calendar","number")
);

-- CreateIndex
CREATE INDEX "calendar_version_load_id_idx" ON "calendar_version"("load_id");

-- AddForeignKey
ALTER TABLE "calendar_version" ADD CONSTRAINT "calendar_version_load_id_fkey" FOREIGN KEY ("load_id") REFERENCES "load"("id") ON DELETE SET NULL ON UPDATE CASCADE;
