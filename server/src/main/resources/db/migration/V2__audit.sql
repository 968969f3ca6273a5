-- A copy of the audit files of all servers, for searching. The files are what counts.

-- How many erasures were asked for so far, by all servers.
CREATE TABLE audit_state (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  erasures BIGINT NOT NULL
);
INSERT INTO audit_state (only_row, erasures) VALUES (1, 0);

-- The files of a server: the last row that was copied and where it stands, the row before the first that is still
-- kept (base), the last erasure that was asked for, and the last that was done in these files.
CREATE TABLE audit_nodes (
  node TEXT NOT NULL PRIMARY KEY,
  segment INTEGER NOT NULL,
  line_start BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  hash TEXT NOT NULL,
  names_segment INTEGER NOT NULL,
  names_start BIGINT NOT NULL,
  base_seq BIGINT NOT NULL,
  base_hash TEXT NOT NULL,
  asked BIGINT NOT NULL,
  erased BIGINT NOT NULL,
  copied_at BIGINT NOT NULL
);

-- The line is the one of the file, to the letter, and the rest is taken out of it.
CREATE TABLE audit_rows (
  node TEXT NOT NULL,
  seq BIGINT NOT NULL,
  at_millis BIGINT NOT NULL,
  event TEXT NOT NULL,
  outcome TEXT NOT NULL,
  code TEXT,
  caller TEXT NOT NULL,
  platform TEXT,
  request TEXT NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (node, seq)
);
CREATE INDEX audit_rows_by_time ON audit_rows (at_millis, node, seq);
CREATE INDEX audit_rows_by_caller ON audit_rows (caller, at_millis, node, seq);
CREATE INDEX audit_rows_by_event ON audit_rows (event, at_millis, node, seq);

-- By what else rows are found: the hash of a person, the name of an identity (project, realm, key).
CREATE TABLE audit_marks (
  what TEXT NOT NULL,
  word TEXT NOT NULL,
  at_millis BIGINT NOT NULL,
  node TEXT NOT NULL,
  seq BIGINT NOT NULL,
  PRIMARY KEY (what, word, at_millis, node, seq)
);
CREATE INDEX audit_marks_by_row ON audit_marks (node, seq);

-- The clear texts behind the hashes, as they stand beside the files. These can be erased.
CREATE TABLE audit_names (
  node TEXT NOT NULL,
  hash TEXT NOT NULL,
  text TEXT NOT NULL,
  mark TEXT NOT NULL,
  segment INTEGER NOT NULL,
  PRIMARY KEY (node, hash)
);
CREATE INDEX audit_names_by_mark ON audit_names (mark);

-- Whom the servers have yet to erase from their files.
CREATE TABLE audit_erasures (
  id BIGINT NOT NULL PRIMARY KEY,
  mark TEXT NOT NULL
);
