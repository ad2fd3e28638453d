-- The log of decisions. It only grows: what is decided is undone by another decision, never taken out.

CREATE TABLE decision(
    number INTEGER PRIMARY KEY,
    at     TEXT NOT NULL,
    who    TEXT NOT NULL,
    why    TEXT NOT NULL,
    undoes INTEGER REFERENCES decision(number),
    matter TEXT NOT NULL
);

CREATE TRIGGER decision_stays BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are never taken out'); END;
