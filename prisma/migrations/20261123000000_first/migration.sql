-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "baseUrl" TEXT NOT NULL,
    "keyFingerprint" TEXT NOT NULL,
    "sandbox" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Generation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "modelId" TEXT NOT NULL,
    "modelName" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "request" JSONB NOT NULL,
    "quoteMicroUsd" BIGINT NOT NULL,
    "quotedAt" DATETIME NOT NULL,
    "quoteInputs" JSONB NOT NULL,
    "queueId" TEXT,
    "queueModel" TEXT,
    "downloadUrl" TEXT,
    "downloadGets" INTEGER NOT NULL DEFAULT 0,
    "dueAt" DATETIME NOT NULL,
    "leaseOwner" TEXT,
    "leaseUntil" DATETIME,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "averageMs" INTEGER,
    "receivedBytes" BIGINT,
    "totalBytes" BIGINT,
    "note" JSONB,
    "problem" JSONB,
    "refund" TEXT,
    "assetHash" TEXT,
    "createdAt" DATETIME NOT NULL,
    "sentAt" DATETIME,
    "acceptedAt" DATETIME,
    "mediaReadyAt" DATETIME,
    "storedAt" DATETIME,
    "remoteDeletedAt" DATETIME,
    "endedAt" DATETIME,
    "deletedAt" DATETIME,
    CONSTRAINT "Generation_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Generation_assetHash_fkey" FOREIGN KEY ("assetHash") REFERENCES "Asset" ("hash") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "generationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sentAt" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    "outcome" TEXT,
    "status" INTEGER,
    "evidence" JSONB,
    CONSTRAINT "Attempt_generationId_fkey" FOREIGN KEY ("generationId") REFERENCES "Generation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "accountId" TEXT NOT NULL,
    "generationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 1,
    "microUsd" BIGINT NOT NULL,
    "at" DATETIME NOT NULL,
    "note" TEXT,
    CONSTRAINT "LedgerEntry_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LedgerEntry_generationId_fkey" FOREIGN KEY ("generationId") REFERENCES "Generation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Asset" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "mime" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "durationMs" INTEGER NOT NULL,
    "fps" REAL,
    "hasAudio" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Derivative" (
    "assetHash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "madeBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("assetHash", "kind"),
    CONSTRAINT "Derivative_assetHash_fkey" FOREIGN KEY ("assetHash") REFERENCES "Asset" ("hash") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CatalogueCopy" (
    "accountId" TEXT NOT NULL PRIMARY KEY,
    "body" JSONB NOT NULL,
    "readAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "KnownPrice" (
    "accountId" TEXT NOT NULL,
    "pricingKey" TEXT NOT NULL,
    "modelId" TEXT NOT NULL,
    "microUsd" BIGINT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("accountId", "pricingKey")
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_baseUrl_keyFingerprint_key" ON "Account"("baseUrl", "keyFingerprint");

-- CreateIndex
CREATE INDEX "Generation_accountId_state_dueAt_idx" ON "Generation"("accountId", "state", "dueAt");

-- CreateIndex
CREATE INDEX "Generation_accountId_deletedAt_createdAt_id_idx" ON "Generation"("accountId", "deletedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Generation_assetHash_idx" ON "Generation"("assetHash");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_generationId_number_key" ON "Attempt"("generationId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_generationId_kind_number_key" ON "LedgerEntry"("generationId", "kind", "number");

-- CreateIndex
CREATE INDEX "LedgerEntry_accountId_at_idx" ON "LedgerEntry"("accountId", "at");

-- CreateIndex
CREATE INDEX "KnownPrice_accountId_modelId_idx" ON "KnownPrice"("accountId", "modelId");
