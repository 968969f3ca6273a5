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
INSERT INTO secrets (kind, entry, id, blob, data_key) VALUES ('agora-project', 'shop', 'k1', X'0100273bff', 'dk1');
INSERT INTO secrets (kind, entry, id, blob, data_key) VALUES ('agora-project', 'shop', 'k2', X'0100273bff', 'dk1');
DELETE FROM kept_answers;
INSERT INTO kept_answers (caller, request_key, fingerprint, answer, data_key, ends_at) VALUES ('operator', 'key-1', 'f', X'0100273bff', 'dk1', 1795262460000);
DELETE FROM consumed;
INSERT INTO consumed (kind, mark, ends_at) VALUES ('used-set', 'mark', 1795262460000);
DELETE FROM flyway_schema_history;
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) VALUES (1, '1', 'store', 'SQL', 'V1__store.sql', 833716497, '', 14, 1);
