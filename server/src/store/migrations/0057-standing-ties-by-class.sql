-- The standing ties of a node class by class, in the order in which they are asked for: none that a reader may not see is read,
-- and nothing is sorted. Those that were withdrawn are found by their node alone.
DROP INDEX tie_node;
CREATE INDEX tie_node ON tie (node_id);
CREATE INDEX tie_standing ON tie (node_id, vis, id) WHERE withdrawn_at IS NULL;
DROP INDEX tie_node_case;
CREATE INDEX tie_node_case ON tie (node_id, vis, case_id) WHERE withdrawn_at IS NULL;
DROP INDEX tie_node_other;
CREATE INDEX tie_node_other ON tie (node_id, vis, other_id) WHERE withdrawn_at IS NULL;
