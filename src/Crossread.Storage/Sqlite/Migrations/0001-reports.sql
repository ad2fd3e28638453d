-- Originals, reports, what was found in them, stories, and the words of all of it for search.

CREATE TABLE about(
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- What made an analysis: version of the library, hash of its models and lists, its build, number of the packed form.
CREATE TABLE maker(
    id      INTEGER PRIMARY KEY,
    library TEXT NOT NULL,
    models  TEXT NOT NULL,
    build   TEXT NOT NULL,
    form    INTEGER NOT NULL,
    UNIQUE (library, models, build, form)
);

-- The bytes as they came. Items of one feed share one original.
CREATE TABLE original(
    id     INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
    length INTEGER NOT NULL CHECK (length >= 0),
    packed INTEGER NOT NULL CHECK (packed IN (0, 1)),
    bytes  BLOB NOT NULL
);

-- Counts stand here so that a list of stories costs nothing. A story that became part of another keeps its name, so that old addresses lead on.
CREATE TABLE story(
    id        INTEGER PRIMARY KEY,
    name      TEXT NOT NULL UNIQUE,
    became    INTEGER REFERENCES story(id),
    title     TEXT,
    reports   INTEGER NOT NULL DEFAULT 0,
    outlets   INTEGER NOT NULL DEFAULT 0,
    latest    INTEGER NOT NULL DEFAULT 0,
    first_day INTEGER,
    last_day  INTEGER
);
CREATE INDEX story_latest ON story(latest) WHERE became IS NULL;
CREATE INDEX story_became ON story(became) WHERE became IS NOT NULL;

-- Days count from 0001-01-01 as day 0.
CREATE TABLE report(
    arrival   INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    sha256    BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
    original  INTEGER NOT NULL REFERENCES original(id),
    story     INTEGER NOT NULL REFERENCES story(id),
    added     TEXT NOT NULL,
    file      TEXT NOT NULL,
    title     TEXT,
    outlet    TEXT,
    url       TEXT,
    language  TEXT NOT NULL,
    published TEXT,
    day       INTEGER,
    letters   INTEGER NOT NULL CHECK (letters >= 0)
);
CREATE INDEX report_story ON report(story, arrival);
CREATE INDEX report_original ON report(original);
CREATE INDEX report_url ON report(url) WHERE url IS NOT NULL;

CREATE TABLE analysis(
    report INTEGER PRIMARY KEY REFERENCES report(arrival),
    maker  INTEGER NOT NULL REFERENCES maker(id),
    text   BLOB NOT NULL,
    body   BLOB NOT NULL
);

-- Names as the reports use them, the fullest form of each report; plain is the form without case and accents.
CREATE TABLE name(
    id    INTEGER PRIMARY KEY,
    plain TEXT NOT NULL,
    kind  INTEGER NOT NULL,
    form  TEXT NOT NULL,
    UNIQUE (plain, kind)
);
CREATE TABLE named(
    name     INTEGER NOT NULL REFERENCES name(id),
    report   INTEGER NOT NULL REFERENCES report(arrival),
    mentions INTEGER NOT NULL,
    PRIMARY KEY (name, report)
) WITHOUT ROWID;
CREATE INDEX named_report ON named(report);

CREATE TABLE statement(
    id      INTEGER PRIMARY KEY,
    report  INTEGER NOT NULL REFERENCES report(arrival),
    number  INTEGER NOT NULL,
    speaker INTEGER REFERENCES name(id),
    stance  INTEGER NOT NULL,
    start   INTEGER NOT NULL CHECK (start >= 0),
    stop    INTEGER NOT NULL CHECK (stop >= start)
);
CREATE INDEX statement_report ON statement(report);
CREATE INDEX statement_speaker ON statement(speaker) WHERE speaker IS NOT NULL;

-- Only the index is kept; the words are cut from the texts. Row numbers are report.arrival, statement.id and name.id.
CREATE VIRTUAL TABLE report_words USING fts5(title, body, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE statement_words USING fts5(content, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE name_words USING fts5(form, content = '', tokenize = 'unicode61 remove_diacritics 2');
