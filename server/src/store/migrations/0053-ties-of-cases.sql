-- The ties of a node that were said in one case or of it, found by equality however many others it has.
CREATE INDEX tie_node_case ON tie (node_id, case_id) WHERE withdrawn_at IS NULL;
CREATE INDEX tie_node_other ON tie (node_id, other_id) WHERE withdrawn_at IS NULL;
