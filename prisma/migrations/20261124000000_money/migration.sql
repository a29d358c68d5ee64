-- Caps, projects, the usage history, the order of what waits, and limits that survive a restart.

-- AlterTable
ALTER TABLE "Account" ADD COLUMN "sendingPausedAt" DATETIME;

-- CreateTable
CREATE TABLE "SpendingRules" (
    "accountId" TEXT NOT NULL PRIMARY KEY,
    "timeZone" TEXT,
    "dayCapMicroUsd" BIGINT,
    "generationCapMicroUsd" BIGINT,
    "askAboveMicroUsd" BIGINT,
    CONSTRAINT "SpendingRules_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Project" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "capMicroUsd" BIGINT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Project_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Project_accountId_name_key" ON "Project"("accountId", "name");

-- CreateTable
CREATE TABLE "SpendTally" (
    "accountId" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "microUsd" BIGINT NOT NULL DEFAULT 0,

    PRIMARY KEY ("accountId", "scope", "key")
);

-- CreateTable
CREATE TABLE "UsageEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "accountId" TEXT NOT NULL,
    "identity" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "amountMicro" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "body" JSONB NOT NULL,
    "generationId" TEXT,
    "role" TEXT,
    CONSTRAINT "UsageEntry_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "UsageEntry_generationId_fkey" FOREIGN KEY ("generationId") REFERENCES "Generation" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "UsageEntry_accountId_identity_key" ON "UsageEntry"("accountId", "identity");

-- CreateIndex
CREATE UNIQUE INDEX "UsageEntry_generationId_role_key" ON "UsageEntry"("generationId", "role");

-- CreateIndex
CREATE INDEX "UsageEntry_accountId_at_idx" ON "UsageEntry"("accountId", "at");

-- CreateTable
CREATE TABLE "UsageReading" (
    "accountId" TEXT NOT NULL PRIMARY KEY,
    "readTo" DATETIME,
    "triedAt" DATETIME NOT NULL,
    "problem" JSONB
);

-- CreateTable
CREATE TABLE "RateBudget" (
    "accountId" TEXT NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL DEFAULT 0,
    "windows" JSONB NOT NULL
);

-- AlterTable
ALTER TABLE "Generation" ADD COLUMN "projectId" TEXT REFERENCES "Project" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Generation" ADD COLUMN "day" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Generation" ADD COLUMN "position" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "Generation" ADD COLUMN "consent" JSONB;
ALTER TABLE "Generation" ADD COLUMN "askedAt" DATETIME;
ALTER TABLE "Generation" ADD COLUMN "partial" JSONB;
ALTER TABLE "Generation" ADD COLUMN "starredAt" DATETIME;

-- Times are kept as ms since 1970. What was made before counts on the days of UTC.
UPDATE "Generation" SET "position" = "createdAt", "day" = strftime('%Y-%m-%d', "createdAt" / 1000, 'unixepoch');

-- CreateIndex
CREATE INDEX "Generation_accountId_state_position_idx" ON "Generation"("accountId", "state", "position");

-- CreateIndex
CREATE INDEX "Generation_accountId_day_idx" ON "Generation"("accountId", "day");

-- AlterTable
ALTER TABLE "LedgerEntry" ADD COLUMN "evidence" JSONB;
ALTER TABLE "LedgerEntry" DROP COLUMN "note";

-- What was spent before counts against the caps too.
INSERT INTO "SpendTally" ("accountId", "scope", "key", "microUsd")
SELECT g."accountId", 'day', g."day",
       SUM(CASE l."kind" WHEN 'reserve' THEN l."microUsd" WHEN 'release' THEN -l."microUsd" WHEN 'refund' THEN -l."microUsd" ELSE 0 END)
FROM "LedgerEntry" l JOIN "Generation" g ON g."id" = l."generationId"
GROUP BY g."accountId", g."day";
