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
