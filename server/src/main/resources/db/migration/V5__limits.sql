-- What each server took from its limits lately, sealed, for the others; after a minute nobody asks for it any more.
CREATE TABLE limit_uses (
  node TEXT NOT NULL,
  seq BIGINT NOT NULL,
  written_at BIGINT NOT NULL,
  uses BYTEA NOT NULL,
  PRIMARY KEY (node, seq)
);
CREATE INDEX limit_uses_by_time ON limit_uses (written_at);
