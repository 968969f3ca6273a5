-- The same file runs on SQLite and on PostgreSQL. Times are milliseconds since 1970.

-- Every transaction that changes entries takes the next revision first, and so waits for the one before it.
CREATE TABLE store_state (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  revision BIGINT NOT NULL
);
INSERT INTO store_state (only_row, revision) VALUES (1, 0);

CREATE TABLE entries (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  document TEXT NOT NULL,
  version BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by TEXT NOT NULL,
  deleted BOOLEAN NOT NULL,
  PRIMARY KEY (kind, id)
);
CREATE INDEX entries_by_revision ON entries (revision);

-- What must be unique among the entries of a kind: a name, an App ID.
CREATE TABLE words (
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  word TEXT NOT NULL,
  entry TEXT NOT NULL,
  PRIMARY KEY (kind, what, word)
);
CREATE INDEX words_by_entry ON words (kind, entry);

-- What is sealed refers to its key, so that a node that missed a rotation cannot write what nobody opens.
CREATE TABLE data_keys (
  id TEXT NOT NULL PRIMARY KEY,
  wrapped BYTEA NOT NULL,
  master_key TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  is_primary BOOLEAN NOT NULL
);

CREATE TABLE secrets (
  kind TEXT NOT NULL,
  entry TEXT NOT NULL,
  id TEXT NOT NULL,
  blob BYTEA NOT NULL,
  data_key TEXT NOT NULL REFERENCES data_keys (id),
  PRIMARY KEY (kind, entry, id)
);
CREATE INDEX secrets_by_data_key ON secrets (data_key);

-- The sealed answers to requests that may come again under their Idempotency-Key.
CREATE TABLE kept_answers (
  caller TEXT NOT NULL,
  request_key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  answer BYTEA NOT NULL,
  data_key TEXT NOT NULL REFERENCES data_keys (id),
  ends_at BIGINT NOT NULL,
  PRIMARY KEY (caller, request_key)
);
CREATE INDEX kept_answers_by_end ON kept_answers (ends_at);

-- What may be used once, by its hash, until it would have expired anyway.
CREATE TABLE consumed (
  kind TEXT NOT NULL,
  mark TEXT NOT NULL,
  ends_at BIGINT NOT NULL,
  PRIMARY KEY (kind, mark)
);
CREATE INDEX consumed_by_end ON consumed (ends_at);
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
-- What was revoked of an entry: a key by its id, or "spec." and a member that is false since then. These rows outlive
-- the entry, and what its document remembers of its keys, so that a restored backup brings nothing back to life.
CREATE TABLE revocations (
  kind TEXT NOT NULL,
  entry TEXT NOT NULL,
  what TEXT NOT NULL,
  revoked_at BIGINT NOT NULL,
  PRIMARY KEY (kind, entry, what)
);
-- Searches by what rows have in common with many others, and names by their hash alone.
CREATE INDEX audit_rows_by_outcome ON audit_rows (outcome, at_millis, node, seq);
CREATE INDEX audit_rows_by_platform ON audit_rows (platform, at_millis, node, seq);
CREATE INDEX audit_rows_by_node ON audit_rows (node, at_millis, seq);
CREATE INDEX audit_names_by_hash ON audit_names (hash);
-- What each server took from its limits lately, sealed, for the others; after a minute nobody asks for it any more.
CREATE TABLE limit_uses (
  node TEXT NOT NULL,
  seq BIGINT NOT NULL,
  written_at BIGINT NOT NULL,
  uses BYTEA NOT NULL,
  PRIMARY KEY (node, seq)
);
CREATE INDEX limit_uses_by_time ON limit_uses (written_at);

CREATE TABLE flyway_schema_history (installed_rank INTEGER NOT NULL PRIMARY KEY, version VARCHAR(50), description VARCHAR(200) NOT NULL, type VARCHAR(20) NOT NULL, script VARCHAR(1000) NOT NULL, checksum INTEGER, installed_by VARCHAR(100) NOT NULL, installed_on TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')), execution_time INTEGER NOT NULL, success BOOLEAN NOT NULL);
DELETE FROM store_state;
INSERT INTO store_state (only_row, revision) VALUES (1, 3);
DELETE FROM entries;
INSERT INTO entries (kind, id, document, version, revision, created_at, changed_at, changed_by, deleted) VALUES ('agora-project', 'shop', '{"spec":{"name":"Café; l''été"}}', 1, 1, 1795262400000, 1795262400000, 'ann', 0);
INSERT INTO entries (kind, id, document, version, revision, created_at, changed_at, changed_by, deleted) VALUES ('agora-project', 'old', '', 2, 3, 1795262400000, 1795262401000, 'bob', 1);
DELETE FROM words;
INSERT INTO words (kind, what, word, entry) VALUES ('agora-project', 'name', 'café', 'shop');
DELETE FROM data_keys;
INSERT INTO data_keys (id, wrapped, master_key, created_at, is_primary) VALUES ('dk1', X'0908', 'mk1', 1795262400000, 1);
DELETE FROM secrets;
INSERT INTO secrets (kind, entry, id, blob, data_key) VALUES ('agora-project', 'shop', 'k2', X'0100273bff', 'dk1');
INSERT INTO secrets (kind, entry, id, blob, data_key) VALUES ('agora-project', 'shop', 'k1', X'0100273bff', 'dk1');
DELETE FROM kept_answers;
INSERT INTO kept_answers (caller, request_key, fingerprint, answer, data_key, ends_at) VALUES ('operator', 'key-1', 'f', X'0100273bff', 'dk1', 1795262460000);
DELETE FROM consumed;
INSERT INTO consumed (kind, mark, ends_at) VALUES ('used-set', 'mark', 1795262460000);
DELETE FROM audit_state;
INSERT INTO audit_state (only_row, erasures) VALUES (1, 1);
DELETE FROM audit_nodes;
INSERT INTO audit_nodes (node, segment, line_start, seq, hash, names_segment, names_start, base_seq, base_hash, asked, erased, copied_at) VALUES ('n1', 1, 120, 2, 'ab', 1, 40, 0, 'cd', 1, 0, 1795262400000);
DELETE FROM audit_rows;
INSERT INTO audit_rows (node, seq, at_millis, event, outcome, code, caller, platform, request, line) VALUES ('n1', 2, 1795262400000, 'token', 'refused', 'disabled', 'admin', 'agora', 'r-1', '{"seq":2}');
DELETE FROM audit_marks;
INSERT INTO audit_marks (what, word, at_millis, node, seq) VALUES ('person', 'aa', 1795262400000, 'n1', 2);
DELETE FROM audit_names;
INSERT INTO audit_names (node, hash, text, mark, segment) VALUES ('n1', 'aa', 'René', 'bb', 1);
DELETE FROM audit_erasures;
INSERT INTO audit_erasures (id, mark) VALUES (1, 'bb');
DELETE FROM revocations;
INSERT INTO revocations (kind, entry, what, revoked_at) VALUES ('agora-project', 'shop', 'k0', 1795262400000);
DELETE FROM limit_uses;
DELETE FROM flyway_schema_history;
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) VALUES (1, '1', 'store', 'SQL', 'V1__store.sql', 833716497, '', 5, 1);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) VALUES (2, '2', 'audit', 'SQL', 'V2__audit.sql', 1155438927, '', 1, 1);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) VALUES (3, '3', 'revocations', 'SQL', 'V3__revocations.sql', -1478255555, '', 0, 1);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) VALUES (4, '4', 'audit search', 'SQL', 'V4__audit_search.sql', -1989096493, '', 1, 1);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) VALUES (5, '5', 'limits', 'SQL', 'V5__limits.sql', 925544331, '', 0, 1);
