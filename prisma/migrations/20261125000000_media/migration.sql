-- AlterTable
ALTER TABLE "Asset" ADD COLUMN "name" TEXT;
ALTER TABLE "Asset" ADD COLUMN "uploadedAt" DATETIME;

-- CreateTable
CREATE TABLE "AssetUse" (
    "generationId" TEXT NOT NULL,
    "assetHash" TEXT NOT NULL,

    PRIMARY KEY ("generationId", "assetHash"),
    CONSTRAINT "AssetUse_generationId_fkey" FOREIGN KEY ("generationId") REFERENCES "Generation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AssetUse_assetHash_fkey" FOREIGN KEY ("assetHash") REFERENCES "Asset" ("hash") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "AssetUse_assetHash_idx" ON "AssetUse"("assetHash");

-- CreateIndex
CREATE INDEX "Asset_uploadedAt_idx" ON "Asset"("uploadedAt");

-- CreateTable
CREATE TABLE "ModelLesson" (
    "accountId" TEXT NOT NULL,
    "modelId" TEXT NOT NULL,
    "field" TEXT NOT NULL,

    PRIMARY KEY ("accountId", "modelId", "field")
);
