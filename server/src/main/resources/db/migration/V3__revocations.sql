-- What was revoked of an entry: a key by its id, or "spec." and a member that is false since then. These rows outlive
-- the entry, and what its document remembers of its keys, so that a restored backup brings nothing back to life.
CREATE TABLE revocations (
  kind TEXT NOT NULL,
  entry TEXT NOT NULL,
  what TEXT NOT NULL,
  revoked_at BIGINT NOT NULL,
  PRIMARY KEY (kind, entry, what)
);
