-- AlterTable
ALTER TABLE "load" ADD COLUMN     "fingerprint" CHAR(64);
