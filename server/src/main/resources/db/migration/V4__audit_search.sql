-- Searches by what rows have in common with many others, and names by their hash alone.
CREATE INDEX audit_rows_by_outcome ON audit_rows (outcome, at_millis, node, seq);
CREATE INDEX audit_rows_by_platform ON audit_rows (platform, at_millis, node, seq);
CREATE INDEX audit_rows_by_node ON audit_rows (node, at_millis, seq);
CREATE INDEX audit_names_by_hash ON audit_names (hash);
