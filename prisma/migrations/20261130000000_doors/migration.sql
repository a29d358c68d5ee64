-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "passwordMark" TEXT NOT NULL,
    "agent" TEXT,
    "createdAt" DATETIME NOT NULL,
    "usedAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateTable
CREATE TABLE "SignInDelay" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "openAt" DATETIME NOT NULL
);

-- The one row there ever is.
INSERT INTO "SignInDelay" ("id", "failures", "openAt") VALUES (1, 0, 0);
