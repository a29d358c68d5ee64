-- What the person makes of clips, and a read model of the library with its search, both kept by triggers.

-- AlterTable
ALTER TABLE "Generation" ADD COLUMN "remark" TEXT;
ALTER TABLE "Generation" ADD COLUMN "rating" INTEGER;
ALTER TABLE "Generation" ADD COLUMN "seenAt" DATETIME;
ALTER TABLE "Generation" ADD COLUMN "binnedAt" DATETIME;
ALTER TABLE "Generation" ADD COLUMN "fromId" TEXT REFERENCES "Generation" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Asset" ADD COLUMN "takenFromHash" TEXT;
ALTER TABLE "Asset" ADD COLUMN "takenAtMs" INTEGER;
ALTER TABLE "Project" ADD COLUMN "parentId" TEXT REFERENCES "Project" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What is here already was seen.
UPDATE "Generation" SET "seenAt" = COALESCE("storedAt", "endedAt", "createdAt") WHERE "assetHash" IS NOT NULL;

-- CreateTable
CREATE TABLE "Tag" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    CONSTRAINT "Tag_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GenerationTag" (
    "generationId" TEXT NOT NULL,
    "tagId" TEXT NOT NULL,

    PRIMARY KEY ("generationId", "tagId"),
    CONSTRAINT "GenerationTag_generationId_fkey" FOREIGN KEY ("generationId") REFERENCES "Generation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "GenerationTag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SavedSearch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "SavedSearch_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LibraryEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "shelf" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "starred" BOOLEAN NOT NULL,
    "rating" INTEGER,
    "seen" BOOLEAN NOT NULL,
    "bytes" BIGINT,
    "durationMs" INTEGER,
    "hasAudio" BOOLEAN,
    "chargedMicroUsd" BIGINT,
    "rateMicroUsd" BIGINT,
    "children" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "shape" TEXT,
    "resolution" TEXT,
    "modelId" TEXT NOT NULL,
    "projectId" TEXT,
    "tags" TEXT,
    "generationId" TEXT NOT NULL,
    CONSTRAINT "LibraryEntry_generationId_fkey" FOREIGN KEY ("generationId") REFERENCES "Generation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- How many entries show each choice of the sidebar and the filters, and what they come to.
CREATE TABLE "LibraryCount" (
    "accountId" TEXT NOT NULL,
    "shelf" INTEGER NOT NULL,
    "facet" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "clips" INTEGER NOT NULL,
    "bytes" BIGINT NOT NULL,
    "durationMs" BIGINT NOT NULL,
    "chargedMicroUsd" BIGINT NOT NULL,

    PRIMARY KEY ("accountId", "shelf", "facet", "value")
);

-- The words of an entry (same id). A space before and two behind: see lib/library/search-words.ts.
CREATE TABLE "LibraryText" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "prompt" TEXT NOT NULL,
    "negativePrompt" TEXT NOT NULL,
    "remark" TEXT NOT NULL,
    "tags" TEXT NOT NULL,
    "model" TEXT NOT NULL
);

-- Every three characters that stand side by side, without case and accents: finds parts of words in any script.
CREATE VIRTUAL TABLE "LibrarySearch" USING fts5(
    "prompt", "negativePrompt", "remark", "tags", "model",
    content='LibraryText', content_rowid='id', tokenize='trigram remove_diacritics 1'
);
CREATE VIRTUAL TABLE "LibraryTrigram" USING fts5vocab('LibrarySearch', 'row');

-- CreateIndex
CREATE INDEX "Project_parentId_idx" ON "Project"("parentId");
CREATE INDEX "Generation_fromId_idx" ON "Generation"("fromId");
CREATE INDEX "Generation_binnedAt_idx" ON "Generation"("binnedAt");
CREATE INDEX "Asset_takenFromHash_idx" ON "Asset"("takenFromHash");
CREATE UNIQUE INDEX "Tag_accountId_key_key" ON "Tag"("accountId", "key");
CREATE INDEX "GenerationTag_tagId_idx" ON "GenerationTag"("tagId");
CREATE UNIQUE INDEX "SavedSearch_accountId_name_key" ON "SavedSearch"("accountId", "name");
CREATE UNIQUE INDEX "LibraryEntry_generationId_key" ON "LibraryEntry"("generationId");
-- Every filter and order of the library is read from this one alone, the newest first.
CREATE INDEX "LibraryEntry_filters_idx" ON "LibraryEntry"("accountId", "shelf", "createdAt", "starred", "rating", "bytes",
    "durationMs", "hasAudio", "chargedMicroUsd", "rateMicroUsd", "children", "state", "way", "shape", "resolution", "modelId",
    "projectId", "tags");
CREATE INDEX "LibraryEntry_accountId_modelId_idx" ON "LibraryEntry"("accountId", "modelId");

-- What each entry must say. Triggers copy from it, and the checker compares with it.
CREATE VIEW "LibraryTruth" AS
SELECT b.*,
    CASE WHEN b."durationMs" > 0 THEN b."chargedMicroUsd" * 1000 / b."durationMs" END AS "rateMicroUsd"
FROM (
SELECT g."id" AS "generationId", g."accountId",
    CASE WHEN g."binnedAt" IS NOT NULL THEN 2 WHEN g."assetHash" IS NULL THEN 1 ELSE 0 END AS "shelf",
    g."createdAt", g."modelId",
    CASE
        WHEN json_extract(g."input", '$.upscaleFactor') IS NOT NULL THEN 'upscale'
        WHEN json_extract(g."input", '$.media.sourceVideo') IS NOT NULL THEN 'video'
        WHEN json_extract(g."input", '$.media.referenceImages[0]') IS NOT NULL
            OR json_extract(g."input", '$.media.referenceVideos[0]') IS NOT NULL
            OR json_extract(g."input", '$.media.referenceAudio[0]') IS NOT NULL
            OR json_extract(g."input", '$.media.referenceDocument') IS NOT NULL
            OR json_extract(g."input", '$.media.elements[0]') IS NOT NULL
            OR json_extract(g."input", '$.media.sceneImages[0]') IS NOT NULL THEN 'reference'
        WHEN json_extract(g."input", '$.media.endImage') IS NOT NULL THEN 'transition'
        WHEN json_extract(g."input", '$.media.startImage') IS NOT NULL
            OR json_extract(g."input", '$.media.keyframes[0]') IS NOT NULL THEN 'image'
        ELSE 'text'
    END AS "way",
    g."state", g."projectId",
    g."starredAt" IS NOT NULL AS "starred",
    g."rating",
    g."seenAt" IS NOT NULL AS "seen",
    a."bytes", a."durationMs", a."hasAudio",
    CASE WHEN a."width" > 0 AND a."height" > 0 THEN
        CASE WHEN a."width" > a."height" THEN 'landscape' WHEN a."width" < a."height" THEN 'portrait' ELSE 'square' END
    END AS "shape",
    COALESCE(
        json_extract(g."input", '$.resolution'),
        CASE WHEN a."width" > 0 THEN MIN(a."width", a."height") || 'p' END
    ) AS "resolution",
    (SELECT char(10) || group_concat(t."key", char(10) ORDER BY t."key") || char(10)
        FROM "GenerationTag" x JOIN "Tag" t ON t."id" = x."tagId" WHERE x."generationId" = g."id") AS "tags",
    -- As lib/money/standing.ts has it: null before a charge, and while an amount that nobody knows is the last word.
    (SELECT CASE
        WHEN MAX(l."kind" = 'charge') = 0 THEN NULL
        WHEN MAX(CASE WHEN l."unknown" AND l."kind" = 'charge' THEN l."id" ELSE 0 END)
            > MAX(CASE WHEN l."kind" = 'correction' OR (l."unknown" AND l."kind" <> 'charge') THEN l."id" ELSE 0 END)
            THEN NULL
        ELSE SUM(CASE
            WHEN l."unknown" THEN 0
            WHEN l."kind" IN ('charge', 'correction') THEN l."microUsd"
            WHEN l."kind" = 'refund' THEN -l."microUsd"
            ELSE 0 END)
    END FROM "LedgerEntry" l WHERE l."generationId" = g."id") AS "chargedMicroUsd",
    (SELECT COUNT(*) FROM "Generation" m WHERE m."deletedAt" IS NULL AND m."id" <> g."id" AND m."id" IN (
        SELECT o."id" FROM "Generation" o WHERE o."fromId" = g."id"
        UNION SELECT u."generationId" FROM "AssetUse" u WHERE u."assetHash" = g."assetHash"
        UNION SELECT u."generationId" FROM "Asset" f JOIN "AssetUse" u ON u."assetHash" = f."hash"
            WHERE f."takenFromHash" = g."assetHash"
    )) AS "children"
FROM "Generation" g LEFT JOIN "Asset" a ON a."hash" = g."assetHash"
WHERE g."kind" = 'video' AND g."deletedAt" IS NULL
) b;

CREATE VIEW "LibraryTextTruth" AS
SELECT e."id", g."id" AS "generationId",
    CASE WHEN g."prompt" = '' THEN '' ELSE ' ' || g."prompt" || '  ' END AS "prompt",
    COALESCE(' ' || NULLIF(json_extract(g."input", '$.negativePrompt'), '') || '  ', '') AS "negativePrompt",
    COALESCE(' ' || NULLIF(g."remark", '') || '  ', '') AS "remark",
    COALESCE((
        SELECT ' ' || group_concat(t."name", '   ' ORDER BY t."key") || '  '
        FROM "GenerationTag" x JOIN "Tag" t ON t."id" = x."tagId" WHERE x."generationId" = g."id"
    ), '') AS "tags",
    ' ' || g."modelName" || '  ' AS "model"
FROM "Generation" g JOIN "LibraryEntry" e ON e."generationId" = g."id";

CREATE VIEW "LibraryFacet" AS
SELECT "id", 'all' AS "facet", '' AS "value" FROM "LibraryEntry"
UNION ALL SELECT "id", 'starred', '' FROM "LibraryEntry" WHERE "starred"
UNION ALL SELECT "id", 'unseen', '' FROM "LibraryEntry" WHERE NOT "seen"
UNION ALL SELECT "id", 'project', COALESCE("projectId", '') FROM "LibraryEntry"
UNION ALL SELECT "id", 'model', "modelId" FROM "LibraryEntry"
UNION ALL SELECT "id", 'way', "way" FROM "LibraryEntry"
UNION ALL SELECT "id", 'state', "state" FROM "LibraryEntry"
UNION ALL SELECT "id", 'resolution', "resolution" FROM "LibraryEntry" WHERE "resolution" IS NOT NULL
UNION ALL SELECT e."id", 'tag', x."tagId" FROM "LibraryEntry" e JOIN "GenerationTag" x ON x."generationId" = e."generationId";

CREATE VIEW "LibraryCountTruth" AS
SELECT e."accountId", e."shelf", f."facet", f."value", COUNT(*) AS "clips", SUM(COALESCE(e."bytes", 0)) AS "bytes",
    SUM(COALESCE(e."durationMs", 0)) AS "durationMs", SUM(COALESCE(e."chargedMicroUsd", 0)) AS "chargedMicroUsd"
FROM "LibraryEntry" e JOIN "LibraryFacet" f ON f."id" = e."id"
GROUP BY e."accountId", e."shelf", f."facet", f."value";

-- A procedure, as triggers know them: what is inserted counts an entry, or (sign -1) takes it off; for one choice only
-- where that is named.
CREATE VIEW "LibraryTally" AS SELECT "id", 1 AS "sign", "facet", "value" FROM "LibraryFacet";
CREATE TRIGGER "LibraryTally_written" INSTEAD OF INSERT ON "LibraryTally" BEGIN
    INSERT INTO "LibraryCount"
    SELECT e."accountId", e."shelf", f."facet", f."value", NEW."sign", NEW."sign" * COALESCE(e."bytes", 0),
        NEW."sign" * COALESCE(e."durationMs", 0), NEW."sign" * COALESCE(e."chargedMicroUsd", 0)
    FROM "LibraryEntry" e JOIN "LibraryFacet" f ON f."id" = e."id"
    WHERE e."id" = NEW."id" AND (NEW."facet" IS NULL OR (f."facet" = NEW."facet" AND f."value" = NEW."value"))
    ON CONFLICT ("accountId", "shelf", "facet", "value") DO UPDATE SET
        "clips" = "clips" + excluded."clips", "bytes" = "bytes" + excluded."bytes",
        "durationMs" = "durationMs" + excluded."durationMs",
        "chargedMicroUsd" = "chargedMicroUsd" + excluded."chargedMicroUsd";
END;
CREATE TRIGGER "LibraryEntry_counted" AFTER INSERT ON "LibraryEntry" BEGIN
    INSERT INTO "LibraryTally" VALUES (NEW."id", 1, NULL, NULL);
END;
CREATE TRIGGER "LibraryEntry_uncounted" BEFORE DELETE ON "LibraryEntry" BEGIN
    INSERT INTO "LibraryTally" VALUES (OLD."id", -1, NULL, NULL);
END;
CREATE TRIGGER "LibraryEntry_recounted_before" BEFORE UPDATE ON "LibraryEntry"
WHEN (
    OLD."accountId", OLD."shelf", OLD."modelId", OLD."way", OLD."state", OLD."projectId", OLD."starred",
    OLD."seen", OLD."resolution", OLD."bytes", OLD."durationMs", OLD."chargedMicroUsd"
) IS NOT (
    NEW."accountId", NEW."shelf", NEW."modelId", NEW."way", NEW."state", NEW."projectId", NEW."starred",
    NEW."seen", NEW."resolution", NEW."bytes", NEW."durationMs", NEW."chargedMicroUsd"
) BEGIN
    INSERT INTO "LibraryTally" VALUES (OLD."id", -1, NULL, NULL);
END;
CREATE TRIGGER "LibraryEntry_recounted_after" AFTER UPDATE ON "LibraryEntry"
WHEN (
    OLD."accountId", OLD."shelf", OLD."modelId", OLD."way", OLD."state", OLD."projectId", OLD."starred",
    OLD."seen", OLD."resolution", OLD."bytes", OLD."durationMs", OLD."chargedMicroUsd"
) IS NOT (
    NEW."accountId", NEW."shelf", NEW."modelId", NEW."way", NEW."state", NEW."projectId", NEW."starred",
    NEW."seen", NEW."resolution", NEW."bytes", NEW."durationMs", NEW."chargedMicroUsd"
) BEGIN
    INSERT INTO "LibraryTally" VALUES (NEW."id", 1, NULL, NULL);
END;

-- The search follows the words.
CREATE TRIGGER "LibraryText_inserted" AFTER INSERT ON "LibraryText" BEGIN
    INSERT INTO "LibrarySearch" (rowid, "prompt", "negativePrompt", "remark", "tags", "model")
    VALUES (NEW."id", NEW."prompt", NEW."negativePrompt", NEW."remark", NEW."tags", NEW."model");
END;
CREATE TRIGGER "LibraryText_deleted" AFTER DELETE ON "LibraryText" BEGIN
    INSERT INTO "LibrarySearch" ("LibrarySearch", rowid, "prompt", "negativePrompt", "remark", "tags", "model")
    VALUES ('delete', OLD."id", OLD."prompt", OLD."negativePrompt", OLD."remark", OLD."tags", OLD."model");
END;
CREATE TRIGGER "LibraryText_updated" AFTER UPDATE ON "LibraryText" BEGIN
    INSERT INTO "LibrarySearch" ("LibrarySearch", rowid, "prompt", "negativePrompt", "remark", "tags", "model")
    VALUES ('delete', OLD."id", OLD."prompt", OLD."negativePrompt", OLD."remark", OLD."tags", OLD."model");
    INSERT INTO "LibrarySearch" (rowid, "prompt", "negativePrompt", "remark", "tags", "model")
    VALUES (NEW."id", NEW."prompt", NEW."negativePrompt", NEW."remark", NEW."tags", NEW."model");
END;
CREATE TRIGGER "LibraryEntry_deleted" AFTER DELETE ON "LibraryEntry" BEGIN
    DELETE FROM "LibraryText" WHERE "id" = OLD."id";
END;

-- Two more: inserting a generation's id writes its entry, or its words, anew.
CREATE VIEW "LibraryStale" AS SELECT "generationId" FROM "LibraryEntry";
CREATE TRIGGER "LibraryStale_written" INSTEAD OF INSERT ON "LibraryStale" BEGIN
    INSERT INTO "LibraryEntry" (
        "accountId", "shelf", "createdAt", "starred", "rating", "seen", "bytes", "durationMs", "hasAudio",
        "chargedMicroUsd", "rateMicroUsd", "children", "state", "way", "shape", "resolution", "modelId", "projectId",
        "tags", "generationId"
    ) SELECT
        "accountId", "shelf", "createdAt", "starred", "rating", "seen", "bytes", "durationMs", "hasAudio",
        "chargedMicroUsd", "rateMicroUsd", "children", "state", "way", "shape", "resolution", "modelId", "projectId",
        "tags", "generationId"
    FROM "LibraryTruth" WHERE "generationId" = NEW."generationId"
    ON CONFLICT ("generationId") DO UPDATE SET
        "accountId" = excluded."accountId", "shelf" = excluded."shelf", "createdAt" = excluded."createdAt",
        "starred" = excluded."starred", "rating" = excluded."rating", "seen" = excluded."seen",
        "bytes" = excluded."bytes", "durationMs" = excluded."durationMs", "hasAudio" = excluded."hasAudio",
        "chargedMicroUsd" = excluded."chargedMicroUsd", "rateMicroUsd" = excluded."rateMicroUsd",
        "children" = excluded."children", "state" = excluded."state", "way" = excluded."way",
        "shape" = excluded."shape", "resolution" = excluded."resolution", "modelId" = excluded."modelId",
        "projectId" = excluded."projectId", "tags" = excluded."tags";
END;
CREATE VIEW "LibraryReworded" AS SELECT "generationId" FROM "LibraryEntry";
CREATE TRIGGER "LibraryReworded_written" INSTEAD OF INSERT ON "LibraryReworded" BEGIN
    INSERT INTO "LibraryText" ("id", "prompt", "negativePrompt", "remark", "tags", "model")
    SELECT "id", "prompt", "negativePrompt", "remark", "tags", "model"
    FROM "LibraryTextTruth" WHERE "generationId" = NEW."generationId"
    ON CONFLICT ("id") DO UPDATE SET
        "prompt" = excluded."prompt", "negativePrompt" = excluded."negativePrompt", "remark" = excluded."remark", "tags" = excluded."tags", "model" = excluded."model";
END;

-- What is here already.
INSERT INTO "LibraryStale" SELECT "id" FROM "Generation" ORDER BY "createdAt", "id";
INSERT INTO "LibraryReworded" SELECT "id" FROM "Generation" ORDER BY "createdAt", "id";

-- An entry follows its generation, its file, its money, and what was made from it.
CREATE TRIGGER "Generation_library_inserted" AFTER INSERT ON "Generation" BEGIN
    INSERT INTO "LibraryStale" VALUES (NEW."id");
    INSERT INTO "LibraryReworded" VALUES (NEW."id");
    INSERT INTO "LibraryStale" SELECT NEW."fromId" WHERE NEW."fromId" IS NOT NULL;
END;
CREATE TRIGGER "Generation_library_updated" AFTER UPDATE OF "accountId", "state", "modelId", "input", "projectId",
    "assetHash", "createdAt", "starredAt", "rating", "seenAt", "binnedAt" ON "Generation" BEGIN
    INSERT INTO "LibraryStale" VALUES (NEW."id");
END;
CREATE TRIGGER "Generation_library_reworded" AFTER UPDATE OF "prompt", "input", "remark", "modelName" ON "Generation" BEGIN
    INSERT INTO "LibraryReworded" VALUES (NEW."id");
END;
CREATE TRIGGER "Generation_library_relinked" AFTER UPDATE OF "fromId" ON "Generation" BEGIN
    INSERT INTO "LibraryStale" SELECT "id" FROM "Generation" WHERE "id" IN (OLD."fromId", NEW."fromId");
END;
CREATE TRIGGER "Generation_library_deleted" AFTER UPDATE OF "deletedAt" ON "Generation" BEGIN
    DELETE FROM "LibraryEntry" WHERE "generationId" = NEW."id" AND NEW."deletedAt" IS NOT NULL;
    INSERT INTO "LibraryStale" VALUES (NEW."id");
    INSERT INTO "LibraryReworded" VALUES (NEW."id");
    INSERT INTO "LibraryStale" SELECT "id" FROM "Generation" WHERE "id" = NEW."fromId" OR "assetHash" IN (
        SELECT u."assetHash" FROM "AssetUse" u WHERE u."generationId" = NEW."id"
        UNION SELECT f."takenFromHash" FROM "AssetUse" u JOIN "Asset" f ON f."hash" = u."assetHash"
        WHERE u."generationId" = NEW."id"
    );
END;
CREATE TRIGGER "AssetUse_library_inserted" AFTER INSERT ON "AssetUse" BEGIN
    INSERT INTO "LibraryStale" SELECT "id" FROM "Generation" WHERE "assetHash" IN (
        NEW."assetHash", (SELECT f."takenFromHash" FROM "Asset" f WHERE f."hash" = NEW."assetHash")
    );
END;
CREATE TRIGGER "AssetUse_library_deleted" AFTER DELETE ON "AssetUse" BEGIN
    INSERT INTO "LibraryStale" SELECT "id" FROM "Generation" WHERE "assetHash" IN (
        OLD."assetHash", (SELECT f."takenFromHash" FROM "Asset" f WHERE f."hash" = OLD."assetHash")
    );
END;
CREATE TRIGGER "Asset_library_updated" AFTER UPDATE OF "bytes", "width", "height", "durationMs", "hasAudio" ON "Asset" BEGIN
    INSERT INTO "LibraryStale" SELECT "id" FROM "Generation" WHERE "assetHash" = NEW."hash";
END;
CREATE TRIGGER "Asset_library_relinked" AFTER UPDATE OF "takenFromHash" ON "Asset" BEGIN
    INSERT INTO "LibraryStale" SELECT "id" FROM "Generation"
    WHERE "assetHash" IN (OLD."takenFromHash", NEW."takenFromHash");
END;
-- Nothing of the ledger is ever changed or taken away.
CREATE TRIGGER "LedgerEntry_library_inserted" AFTER INSERT ON "LedgerEntry" BEGIN
    INSERT INTO "LibraryStale" VALUES (NEW."generationId");
END;
CREATE TRIGGER "GenerationTag_library_inserted" AFTER INSERT ON "GenerationTag" BEGIN
    INSERT INTO "LibraryTally" SELECT "id", 1, 'tag', NEW."tagId" FROM "LibraryEntry"
    WHERE "generationId" = NEW."generationId";
    INSERT INTO "LibraryStale" VALUES (NEW."generationId");
    INSERT INTO "LibraryReworded" VALUES (NEW."generationId");
END;
CREATE TRIGGER "GenerationTag_library_uncounted" BEFORE DELETE ON "GenerationTag" BEGIN
    INSERT INTO "LibraryTally" SELECT "id", -1, 'tag', OLD."tagId" FROM "LibraryEntry"
    WHERE "generationId" = OLD."generationId";
END;
CREATE TRIGGER "GenerationTag_library_deleted" AFTER DELETE ON "GenerationTag" BEGIN
    INSERT INTO "LibraryStale" VALUES (OLD."generationId");
    INSERT INTO "LibraryReworded" VALUES (OLD."generationId");
END;
CREATE TRIGGER "Tag_library_renamed" AFTER UPDATE OF "name", "key" ON "Tag" BEGIN
    INSERT INTO "LibraryStale" SELECT x."generationId" FROM "GenerationTag" x WHERE x."tagId" = NEW."id";
    INSERT INTO "LibraryReworded" SELECT x."generationId" FROM "GenerationTag" x WHERE x."tagId" = NEW."id";
END;
