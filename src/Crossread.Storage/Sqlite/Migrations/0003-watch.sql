-- Watched feeds and what was new in the stories.

CREATE TABLE feed(
    url           TEXT NOT NULL PRIMARY KEY,
    title         TEXT,
    entity_tag    TEXT,
    last_modified TEXT,
    polled        TEXT,
    due           TEXT,
    failures      INTEGER NOT NULL DEFAULT 0,
    problem       TEXT
) WITHOUT ROWID;

CREATE TABLE news(
    number INTEGER PRIMARY KEY,
    at     TEXT NOT NULL,
    kind   INTEGER NOT NULL,
    story  TEXT NOT NULL,
    report TEXT NOT NULL,
    about  TEXT NOT NULL,
    before TEXT,
    after  TEXT
);

-- Number of the last report whose news were found.
CREATE TABLE news_mark(
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    arrival INTEGER NOT NULL
);
