-- Where words were struck in which somebody stood whose data were erased; no word of them. An older backup that is restored
-- strikes them again.
CREATE TABLE struck_words (
  place text NOT NULL CHECK (place IN ('entry', 'document', 'graph', 'value', 'tie', 'log')),
  -- The case, the thing, or the first end of the tie; of the log the entry itself.
  of_id uuid NOT NULL,
  id uuid NOT NULL,
  thing_id uuid NOT NULL REFERENCES thing (id),
  reason text NOT NULL,
  struck_by uuid NOT NULL REFERENCES account (id),
  struck_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- The entry of the log under which they went.
  entry_id uuid NOT NULL,
  PRIMARY KEY (place, of_id, id)
);
GRANT SELECT, INSERT ON struck_words TO pm_serve;
GRANT SELECT ON struck_words TO pm_backup;
GRANT UPDATE (name, about) ON case_document TO pm_serve;
GRANT UPDATE (layout) ON case_graph TO pm_serve;
-- A case that is handed over takes its compartments along: whose data they are is then its new agency's to answer for.
GRANT UPDATE (agency_id) ON compartment TO pm_serve;

-- Entries of one agency's log whose body holds one of these words: which, never what else it says.
CREATE FUNCTION log_naming(of_agency uuid, words text[], at_most int4)
RETURNS TABLE (id uuid, action text, recorded_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
  SELECT e.id, e.action, e.recorded_at FROM audit_entry e
  WHERE e.agency = of_agency AND e.body IS NOT NULL
    AND EXISTS (SELECT FROM unnest(words) w WHERE length(w) >= 4 AND position(lower(w) IN lower(e.body::text)) > 0)
  ORDER BY e.recorded_at DESC LIMIT least(at_most, 500)
$$;
REVOKE ALL ON FUNCTION log_naming(uuid, text[], int4) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION log_naming(uuid, text[], int4) TO pm_serve;

-- Erases the body of one of them, under an entry of the same agency; what commits to it stays in the tree.
CREATE FUNCTION strike_log(of_agency uuid, entry uuid, words text[], under uuid)
RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
  WITH struck AS (
    UPDATE audit_entry e SET body = NULL, salt = NULL, erased_under = under
    WHERE e.id = entry AND e.agency = of_agency AND e.body IS NOT NULL
      AND EXISTS (SELECT FROM audit_entry u WHERE u.id = under AND u.agency = of_agency AND u.action = 'thing.words_struck')
      AND EXISTS (SELECT FROM unnest(words) w WHERE length(w) >= 4 AND position(lower(w) IN lower(e.body::text)) > 0)
    RETURNING e.id
  ) SELECT EXISTS (SELECT FROM struck)
$$;
REVOKE ALL ON FUNCTION strike_log(uuid, uuid, text[], uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION strike_log(uuid, uuid, text[], uuid) TO pm_serve;
