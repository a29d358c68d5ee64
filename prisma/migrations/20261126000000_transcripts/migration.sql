-- AlterTable
ALTER TABLE "Generation" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'video';
ALTER TABLE "LedgerEntry" ADD COLUMN "unknown" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Transcript" (
    "generationId" TEXT NOT NULL PRIMARY KEY,
    "url" TEXT NOT NULL,
    "videoId" TEXT NOT NULL,
    "lang" TEXT,
    "text" TEXT,
    "raw" TEXT,
    CONSTRAINT "Transcript_generationId_fkey" FOREIGN KEY ("generationId") REFERENCES "Generation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Generation_accountId_kind_createdAt_id_idx" ON "Generation"("accountId", "kind", "createdAt", "id");
