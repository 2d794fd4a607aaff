-- Rows that a reader may not see are passed over by an index, not read one by one: else an answer took as long as there is hidden,
-- at a node to which others tied thousands of things, or for a beginning that many names of others have.
ALTER TABLE tie DROP CONSTRAINT tie_pkey, ADD PRIMARY KEY (id, node_id);
CREATE INDEX tie_node ON tie (node_id, vis, id);
DROP INDEX tie_node_case;
CREATE INDEX tie_node_case ON tie (node_id, case_id, vis) WHERE withdrawn_at IS NULL;
DROP INDEX tie_node_other;
CREATE INDEX tie_node_other ON tie (node_id, other_id, vis) WHERE withdrawn_at IS NULL;
DROP INDEX thing_value_key;
CREATE INDEX thing_value_key ON thing_value (key, vis) WHERE key IS NOT NULL;
DROP INDEX thing_value_begins;
CREATE INDEX thing_value_begins ON thing_value (vis, begins) WHERE withdrawn_at IS NULL AND field <> 'note';
DROP INDEX thing_value_last_word;
CREATE INDEX thing_value_last_word ON thing_value (vis, last_word) WHERE withdrawn_at IS NULL AND field <> 'note';
CREATE INDEX thing_vis ON thing (vis);

-- Of the log, words stand in what was said and not in how it is called: "results" is in every body. Nobody strikes what they did
-- themselves.
DROP FUNCTION log_naming(uuid, text[], int4);
CREATE FUNCTION log_naming(of_agency uuid, words text[], at_most int4)
RETURNS TABLE (id uuid, action text, recorded_at timestamptz, actor uuid)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
  SELECT e.id, e.action, e.recorded_at, e.actor FROM audit_entry e
  WHERE e.agency = of_agency AND e.body IS NOT NULL
    AND EXISTS (
      SELECT FROM unnest(words) w WHERE length(w) >= 4 AND position(lower(w) IN lower(e.body::text)) > 0 AND EXISTS (
        SELECT FROM jsonb_path_query(e.body, 'strict $.**') said
        WHERE jsonb_typeof(said) = 'string' AND position(lower(w) IN lower(said #>> '{}')) > 0
      )
    )
  ORDER BY e.recorded_at DESC LIMIT least(at_most, 500)
$$;
REVOKE ALL ON FUNCTION log_naming(uuid, text[], int4) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION log_naming(uuid, text[], int4) TO pm_serve;

CREATE OR REPLACE FUNCTION strike_log(of_agency uuid, entry uuid, words text[], under uuid)
RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
  WITH struck AS (
    UPDATE audit_entry e SET body = NULL, salt = NULL, erased_under = under
    WHERE e.id = entry AND e.agency = of_agency AND e.body IS NOT NULL
      AND EXISTS (
        SELECT FROM audit_entry u
        WHERE u.id = under AND u.agency = of_agency AND u.action = 'thing.words_struck' AND u.actor <> e.actor
      )
      AND EXISTS (
        SELECT FROM unnest(words) w, jsonb_path_query(e.body, 'strict $.**') said
        WHERE length(w) >= 4 AND jsonb_typeof(said) = 'string' AND position(lower(w) IN lower(said #>> '{}')) > 0
      )
    RETURNING e.id
  ) SELECT EXISTS (SELECT FROM struck)
$$;
