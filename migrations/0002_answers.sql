-- What the person answered to proposals. An acceptance repeats what the ledger holds, so that it can be asked; the ledger
-- is the record. A dismissed rule is not proposed again: for this evidence, or for good.

CREATE TABLE acceptance (
  id INTEGER PRIMARY KEY,
  project TEXT NOT NULL,
  rule TEXT NOT NULL,
  list TEXT NOT NULL,
  scope TEXT NOT NULL,
  file TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  at INTEGER NOT NULL,
  evidence TEXT NOT NULL,
  diff TEXT NOT NULL,
  hash_before TEXT NOT NULL,
  hash_after TEXT NOT NULL,
  undone_at INTEGER
);

CREATE INDEX acceptance_by_project ON acceptance (project, rule);

CREATE TABLE dismissal (
  project TEXT NOT NULL,
  rule TEXT NOT NULL,
  list TEXT NOT NULL,
  at INTEGER NOT NULL,
  forever INTEGER NOT NULL,
  PRIMARY KEY (project, list, rule)
) WITHOUT ROWID;
