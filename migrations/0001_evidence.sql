-- What the transcripts said, once. Texts that repeat (directories, versions, endings, refusals) stand in `word`, and each
-- distinct action stands in `action`, so that a million calls stay small and the miner walks actions, not calls.

CREATE TABLE word (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
);

CREATE TABLE project (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE
);

CREATE TABLE session (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  project INTEGER NOT NULL REFERENCES project (id)
);

-- `subject` is what a rule looks at (command, path, url ...), `detail` the rest of the action as JSON; both masked.
CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  tool TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  UNIQUE (subject, tool, kind, detail)
);

-- `read_to` moves in the transaction that stores what stands before it: a kill loses nothing and doubles nothing.
-- `head` recognises a file that was replaced; `state` is what the next line needs to know of the lines before it.
CREATE TABLE transcript (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  read_to INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  size INTEGER NOT NULL,
  changed_at REAL NOT NULL,
  inode INTEGER NOT NULL,
  head TEXT NOT NULL,
  state TEXT NOT NULL,
  vanished INTEGER NOT NULL DEFAULT 0
);

-- One row a call, by tool_use id: resumed and forked sessions repeat calls in other files.
-- `batch` is the line where the message of parallel calls began.
CREATE TABLE call (
  id INTEGER PRIMARY KEY,
  tool_use TEXT NOT NULL UNIQUE,
  transcript INTEGER NOT NULL REFERENCES transcript (id),
  batch INTEGER NOT NULL,
  session INTEGER NOT NULL REFERENCES session (id),
  action INTEGER NOT NULL REFERENCES action (id),
  cwd INTEGER NOT NULL REFERENCES word (id),
  agent INTEGER REFERENCES word (id),
  version INTEGER NOT NULL REFERENCES word (id),
  mode INTEGER REFERENCES word (id),
  headless INTEGER NOT NULL,
  hosted INTEGER NOT NULL,
  at INTEGER,
  outcome INTEGER NOT NULL REFERENCES word (id),
  latency INTEGER,
  refusal INTEGER REFERENCES word (id),
  decision INTEGER REFERENCES word (id)
);

CREATE INDEX call_by_session ON call (session);

-- A result that was read before its call: another file held the call, or the lines stand out of order.
CREATE TABLE waiting_result (
  tool_use TEXT PRIMARY KEY,
  at INTEGER,
  ending TEXT NOT NULL
) WITHOUT ROWID;

-- When a session, named by a word, changed its permission mode: files of subagents do not say it themselves.
CREATE TABLE mode_change (
  session INTEGER NOT NULL REFERENCES word (id),
  at INTEGER NOT NULL,
  mode TEXT NOT NULL,
  PRIMARY KEY (session, at)
) WITHOUT ROWID;

-- Lines that could not be read as they are: the first of each file with their place, all of them counted.
CREATE TABLE problem (
  transcript INTEGER NOT NULL REFERENCES transcript (id),
  line INTEGER NOT NULL,
  reason TEXT NOT NULL,
  why TEXT NOT NULL
);

CREATE INDEX problem_by_transcript ON problem (transcript);

CREATE TABLE skipped (
  transcript INTEGER NOT NULL REFERENCES transcript (id),
  reason TEXT NOT NULL,
  lines INTEGER NOT NULL,
  PRIMARY KEY (transcript, reason)
) WITHOUT ROWID;
