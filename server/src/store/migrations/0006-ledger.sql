-- The access log. A command inserts its entry in its own transaction; the log process alone gives it a place in the tree.
CREATE TABLE audit_entry (
  id uuid PRIMARY KEY,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor uuid NOT NULL,
  agency uuid,
  action text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
  purpose text,
  subjects uuid[] NOT NULL,
  body_commitment bytea NOT NULL CHECK (length(body_commitment) = 32),
  -- Search terms and persons stand here alone. Erased, they read "erased under entry N".
  body jsonb,
  salt bytea,
  erased_under uuid,
  CHECK ((body IS NULL) = (erased_under IS NOT NULL)),
  CHECK ((salt IS NULL) = (erased_under IS NOT NULL))
);
CREATE INDEX audit_entry_actor ON audit_entry (actor);
CREATE INDEX audit_entry_subject ON audit_entry USING gin (subjects);

-- Entries that wait for a leaf. Identifiers commit out of order, so "above the last" would lose some.
CREATE TABLE audit_queue (
  entry_id uuid PRIMARY KEY
);

CREATE TABLE ledger_leaf (
  index int8 PRIMARY KEY,
  entry_id uuid NOT NULL UNIQUE,
  leaf_hash bytea NOT NULL CHECK (length(leaf_hash) = 32)
);

-- The hashes from which the tree grows on; can be computed again from the leaves.
CREATE TABLE ledger_frontier (
  singleton int4 PRIMARY KEY CHECK (singleton = 1),
  size int8 NOT NULL,
  hashes bytea[] NOT NULL
);

CREATE TABLE ledger_checkpoint (
  size int8 PRIMARY KEY,
  note text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Public keys that have signed checkpoints, the present one last.
CREATE TABLE ledger_key (
  key text PRIMARY KEY,
  since timestamptz NOT NULL DEFAULT clock_timestamp()
);

GRANT INSERT ON audit_entry, audit_queue TO pm_serve, pm_match, pm_log;
GRANT SELECT ON audit_entry, audit_queue, ledger_leaf, ledger_frontier, ledger_checkpoint, ledger_key TO pm_log, pm_backup;
GRANT DELETE ON audit_queue TO pm_log;
GRANT INSERT ON ledger_leaf, ledger_frontier, ledger_checkpoint, ledger_key TO pm_log;
GRANT UPDATE ON ledger_frontier TO pm_log;

-- The one way in which the serving process reads the log: a bounded page of one agency's entries (of all where it
-- is null), by account or subject, the newest place in the tree first, and before them what still waits for a place.
CREATE FUNCTION read_log(of_agency uuid, by_account uuid, by_subject uuid, before int8, at_most int4)
RETURNS TABLE (
  id uuid, index int8, recorded_at timestamptz, account text, agency text, action text, outcome text, purpose text,
  subjects uuid[], body jsonb, erased_under uuid
)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
  WITH page AS (
    (SELECT q.entry_id, NULL::int8 AS index
     FROM audit_queue q JOIN audit_entry e ON e.id = q.entry_id
     WHERE before IS NULL
       AND (of_agency IS NULL OR e.agency = of_agency)
       AND (by_account IS NULL OR e.actor = by_account)
       AND (by_subject IS NULL OR e.subjects @> ARRAY[by_subject])
     LIMIT least(at_most, 500))
    UNION ALL
    (SELECT l.entry_id, l.index
     FROM ledger_leaf l JOIN audit_entry e ON e.id = l.entry_id
     WHERE (before IS NULL OR l.index < before)
       AND (of_agency IS NULL OR e.agency = of_agency)
       AND (by_account IS NULL OR e.actor = by_account)
       AND (by_subject IS NULL OR e.subjects @> ARRAY[by_subject])
     ORDER BY l.index DESC
     LIMIT least(at_most, 500))
  )
  SELECT e.id, page.index, e.recorded_at, a.name, g.name, e.action, e.outcome, e.purpose, e.subjects, e.body, e.erased_under
  FROM page
  JOIN audit_entry e ON e.id = page.entry_id
  LEFT JOIN account a ON a.id = e.actor
  LEFT JOIN agency g ON g.id = e.agency
  ORDER BY page.index DESC NULLS FIRST, e.recorded_at DESC
  LIMIT least(at_most, 500)
$$;
REVOKE ALL ON FUNCTION read_log(uuid, uuid, uuid, int8, int4) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_log(uuid, uuid, uuid, int8, int4) TO pm_serve;
