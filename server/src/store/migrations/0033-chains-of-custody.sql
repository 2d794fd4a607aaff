-- The chain of custody of each exhibit, and what decides how it ends.

-- What was said of an exhibit, event by event: rows that are added and never changed.
CREATE TABLE custody_event (
  -- Chosen by the client: what is sent twice is one event.
  id uuid PRIMARY KEY,
  exhibit_id uuid NOT NULL REFERENCES exhibit (id),
  number int4 NOT NULL CHECK (number > 0),
  vis int4 NOT NULL REFERENCES visibility (id),
  -- All that was said, without the names of those outside, to whom it commits.
  statement jsonb NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  -- The answer of a passkey to the hash, with its public key.
  signature jsonb,
  device_at timestamptz,
  -- Its entry in the access log, which holds the hash.
  entry_id uuid NOT NULL,
  recorded_by uuid NOT NULL REFERENCES account (id),
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (exhibit_id, number)
);

-- What the other side said to it.
CREATE TABLE custody_answer (
  event_id uuid PRIMARY KEY REFERENCES custody_event (id),
  exhibit_id uuid NOT NULL REFERENCES exhibit (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  verdict text NOT NULL CHECK (verdict IN ('accepted', 'declined', 'withdrawn')),
  statement jsonb NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  signature jsonb,
  device_at timestamptz,
  entry_id uuid NOT NULL,
  recorded_by uuid NOT NULL REFERENCES account (id),
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX custody_answer_exhibit ON custody_answer (exhibit_id);

-- Persons outside the agencies at a hand-over, and witnesses: erasable, since the statement holds a commitment alone.
CREATE TABLE custody_outside (
  event_id uuid PRIMARY KEY REFERENCES custody_event (id),
  exhibit_id uuid NOT NULL REFERENCES exhibit (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  names jsonb NOT NULL,
  salt bytea NOT NULL CHECK (length(salt) = 32),
  review_on date NOT NULL
);

-- An explanation stands beside a break and never mends it.
CREATE TABLE custody_explanation (
  id uuid PRIMARY KEY,
  exhibit_id uuid NOT NULL REFERENCES exhibit (id),
  event_id uuid NOT NULL REFERENCES custody_event (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  code text NOT NULL,
  why text NOT NULL CHECK (length(why) BETWEEN 1 AND 2000),
  said_by uuid NOT NULL REFERENCES account (id),
  said_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX custody_explanation_exhibit ON custody_explanation (exhibit_id);

-- What a court or an authority ordered of an exhibit.
CREATE TABLE custody_order (
  id uuid PRIMARY KEY,
  exhibit_id uuid NOT NULL REFERENCES exhibit (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  kind text NOT NULL CHECK (kind IN ('destroy', 'return_to_holder', 'transfer_state_use', 'loan')),
  authority text NOT NULL CHECK (authority IN ('court', 'administrative')),
  reference text NOT NULL,
  ordered_on date NOT NULL,
  until date,
  conditions text,
  scan text CHECK (scan ~ '^[0-9a-f]{64}$'),
  recorded_by uuid NOT NULL REFERENCES account (id),
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (until >= ordered_on)
);
CREATE INDEX custody_order_exhibit ON custody_order (exhibit_id);

-- Why an exhibit must stay; lifted by a row of its own.
CREATE TABLE custody_hold (
  id uuid PRIMARY KEY,
  exhibit_id uuid NOT NULL REFERENCES exhibit (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  kind text NOT NULL CHECK (kind IN ('ballistic', 'trace', 'court', 'appeal', 'other')),
  why text NOT NULL CHECK (length(why) BETWEEN 1 AND 500),
  placed_by uuid NOT NULL REFERENCES account (id),
  placed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX custody_hold_exhibit ON custody_hold (exhibit_id);

CREATE TABLE custody_hold_lift (
  hold_id uuid PRIMARY KEY REFERENCES custody_hold (id),
  exhibit_id uuid NOT NULL REFERENCES exhibit (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  why text NOT NULL CHECK (length(why) BETWEEN 1 AND 500),
  lifted_by uuid NOT NULL REFERENCES account (id),
  lifted_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- What was made of what: a part of the whole, a whole of its parts.
CREATE TABLE custody_lineage (
  exhibit_id uuid NOT NULL REFERENCES exhibit (id),
  of_exhibit_id uuid NOT NULL REFERENCES exhibit (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  kind text NOT NULL CHECK (kind IN ('split', 'join')),
  pieces int4 CHECK (pieces > 0),
  PRIMARY KEY (exhibit_id, of_exhibit_id),
  CHECK (exhibit_id <> of_exhibit_id)
);
CREATE INDEX custody_lineage_of ON custody_lineage (of_exhibit_id);

-- Every seal that an exhibit ever bore: a number is used once.
CREATE TABLE custody_seal (
  number text NOT NULL,
  exhibit_id uuid NOT NULL REFERENCES exhibit (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  event_id uuid NOT NULL REFERENCES custody_event (id),
  PRIMARY KEY (number, exhibit_id)
);

-- How custody stands, worked out from the events and to be worked out again from them at any time.
CREATE TABLE custody_standing (
  exhibit_id uuid PRIMARY KEY REFERENCES exhibit (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  events int4 NOT NULL,
  breaks int4 NOT NULL,
  -- Null: somebody outside, or nobody any more.
  account_id uuid REFERENCES account (id),
  agency_id uuid REFERENCES agency (id),
  storage_id uuid,
  seal text,
  ended text,
  -- Whom an open offer waits for.
  offered_account_id uuid REFERENCES account (id),
  offered_agency_id uuid REFERENCES agency (id)
);
CREATE INDEX custody_standing_storage ON custody_standing (storage_id) WHERE storage_id IS NOT NULL;
CREATE INDEX custody_standing_agency ON custody_standing (agency_id);
CREATE INDEX custody_standing_offered ON custody_standing (offered_agency_id) WHERE offered_agency_id IS NOT NULL;

-- Buildings, rooms and shelves, one within the other.
CREATE TABLE storage_place (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES agency (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  parent_id uuid REFERENCES storage_place (id),
  name text NOT NULL,
  added_by uuid NOT NULL REFERENCES account (id),
  added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (parent_id <> id)
);
CREATE UNIQUE INDEX storage_place_name ON storage_place (agency_id, parent_id, name) NULLS NOT DISTINCT;

-- Taking stock of a place and all within it.
CREATE TABLE stocktake (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES agency (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  storage_id uuid NOT NULL REFERENCES storage_place (id),
  begun_by uuid NOT NULL REFERENCES account (id),
  begun_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE stocktake_scan (
  id uuid PRIMARY KEY,
  stocktake_id uuid NOT NULL REFERENCES stocktake (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  storage_id uuid NOT NULL REFERENCES storage_place (id),
  scanned text NOT NULL,
  exhibit_id uuid,
  scanned_by uuid NOT NULL REFERENCES account (id),
  scanned_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX stocktake_scan_of ON stocktake_scan (stocktake_id);

CREATE TABLE stocktake_report (
  stocktake_id uuid PRIMARY KEY REFERENCES stocktake (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  lines jsonb NOT NULL,
  closed_by uuid NOT NULL REFERENCES account (id),
  closed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- A campaign of destruction: its list, its witness, and the two who sign.
CREATE TABLE disposal (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES agency (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  name text NOT NULL,
  place text NOT NULL,
  -- What both sign: the list, the place and a commitment to the witness.
  hash bytea NOT NULL CHECK (length(hash) = 32),
  opened_by uuid NOT NULL REFERENCES account (id),
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Who stood by; not one of the two who sign. Erasable.
CREATE TABLE disposal_witness (
  disposal_id uuid PRIMARY KEY REFERENCES disposal (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  name text NOT NULL,
  salt bytea NOT NULL CHECK (length(salt) = 32),
  review_on date NOT NULL
);

CREATE TABLE disposal_exhibit (
  disposal_id uuid NOT NULL REFERENCES disposal (id),
  exhibit_id uuid NOT NULL REFERENCES exhibit (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  PRIMARY KEY (disposal_id, exhibit_id)
);
CREATE INDEX disposal_exhibit_of ON disposal_exhibit (exhibit_id);

CREATE TABLE disposal_signature (
  disposal_id uuid NOT NULL REFERENCES disposal (id),
  number int4 NOT NULL CHECK (number IN (1, 2)),
  vis int4 NOT NULL REFERENCES visibility (id),
  signed_by uuid NOT NULL REFERENCES account (id),
  signature jsonb,
  entry_id uuid NOT NULL,
  signed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (disposal_id, number),
  -- Two signatures are of two people.
  UNIQUE (disposal_id, signed_by)
);

ALTER TABLE custody_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE custody_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE custody_outside ENABLE ROW LEVEL SECURITY;
ALTER TABLE custody_explanation ENABLE ROW LEVEL SECURITY;
ALTER TABLE custody_order ENABLE ROW LEVEL SECURITY;
ALTER TABLE custody_hold ENABLE ROW LEVEL SECURITY;
ALTER TABLE custody_hold_lift ENABLE ROW LEVEL SECURITY;
ALTER TABLE custody_lineage ENABLE ROW LEVEL SECURITY;
ALTER TABLE custody_seal ENABLE ROW LEVEL SECURITY;
ALTER TABLE custody_standing ENABLE ROW LEVEL SECURITY;
ALTER TABLE storage_place ENABLE ROW LEVEL SECURITY;
ALTER TABLE stocktake ENABLE ROW LEVEL SECURITY;
ALTER TABLE stocktake_scan ENABLE ROW LEVEL SECURITY;
ALTER TABLE stocktake_report ENABLE ROW LEVEL SECURITY;
ALTER TABLE disposal ENABLE ROW LEVEL SECURITY;
ALTER TABLE disposal_witness ENABLE ROW LEVEL SECURITY;
ALTER TABLE disposal_exhibit ENABLE ROW LEVEL SECURITY;
ALTER TABLE disposal_signature ENABLE ROW LEVEL SECURITY;
CREATE POLICY custody_event_serve ON custody_event TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY custody_event_backup ON custody_event FOR SELECT TO pm_backup USING (true);
CREATE POLICY custody_answer_serve ON custody_answer TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY custody_answer_backup ON custody_answer FOR SELECT TO pm_backup USING (true);
CREATE POLICY custody_outside_serve ON custody_outside TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY custody_outside_backup ON custody_outside FOR SELECT TO pm_backup USING (true);
CREATE POLICY custody_explanation_serve ON custody_explanation TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY custody_explanation_backup ON custody_explanation FOR SELECT TO pm_backup USING (true);
CREATE POLICY custody_order_serve ON custody_order TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY custody_order_backup ON custody_order FOR SELECT TO pm_backup USING (true);
CREATE POLICY custody_hold_serve ON custody_hold TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY custody_hold_backup ON custody_hold FOR SELECT TO pm_backup USING (true);
CREATE POLICY custody_hold_lift_serve ON custody_hold_lift TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY custody_hold_lift_backup ON custody_hold_lift FOR SELECT TO pm_backup USING (true);
CREATE POLICY custody_lineage_serve ON custody_lineage TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY custody_lineage_backup ON custody_lineage FOR SELECT TO pm_backup USING (true);
CREATE POLICY custody_seal_serve ON custody_seal TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY custody_seal_backup ON custody_seal FOR SELECT TO pm_backup USING (true);
CREATE POLICY custody_standing_serve ON custody_standing TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY custody_standing_backup ON custody_standing FOR SELECT TO pm_backup USING (true);
CREATE POLICY storage_place_serve ON storage_place TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY storage_place_backup ON storage_place FOR SELECT TO pm_backup USING (true);
CREATE POLICY stocktake_serve ON stocktake TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY stocktake_backup ON stocktake FOR SELECT TO pm_backup USING (true);
CREATE POLICY stocktake_scan_serve ON stocktake_scan TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY stocktake_scan_backup ON stocktake_scan FOR SELECT TO pm_backup USING (true);
CREATE POLICY stocktake_report_serve ON stocktake_report TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY stocktake_report_backup ON stocktake_report FOR SELECT TO pm_backup USING (true);
CREATE POLICY disposal_serve ON disposal TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY disposal_backup ON disposal FOR SELECT TO pm_backup USING (true);
CREATE POLICY disposal_witness_serve ON disposal_witness TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY disposal_witness_backup ON disposal_witness FOR SELECT TO pm_backup USING (true);
CREATE POLICY disposal_exhibit_serve ON disposal_exhibit TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY disposal_exhibit_backup ON disposal_exhibit FOR SELECT TO pm_backup USING (true);
CREATE POLICY disposal_signature_serve ON disposal_signature TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY disposal_signature_backup ON disposal_signature FOR SELECT TO pm_backup USING (true);

GRANT SELECT ON custody_event, custody_answer, custody_outside, custody_explanation, custody_order,
  custody_hold, custody_hold_lift, custody_lineage, custody_seal, custody_standing, storage_place, stocktake,
  stocktake_scan, stocktake_report, disposal, disposal_witness, disposal_exhibit, disposal_signature TO
  pm_serve, pm_backup;
GRANT INSERT (id, exhibit_id, number, vis, statement, hash, signature, device_at, entry_id, recorded_by) ON
  custody_event TO pm_serve;
GRANT INSERT (event_id, exhibit_id, vis, verdict, statement, hash, signature, device_at, entry_id, recorded_by) ON
  custody_answer TO pm_serve;
GRANT INSERT (event_id, exhibit_id, vis, names, salt, review_on) ON custody_outside TO pm_serve;
GRANT INSERT (id, exhibit_id, event_id, vis, code, why, said_by) ON custody_explanation TO pm_serve;
GRANT INSERT (id, exhibit_id, vis, kind, authority, reference, ordered_on, until, conditions, scan, recorded_by) ON
  custody_order TO pm_serve;
GRANT INSERT (id, exhibit_id, vis, kind, why, placed_by) ON custody_hold TO pm_serve;
GRANT INSERT (hold_id, exhibit_id, vis, why, lifted_by) ON custody_hold_lift TO pm_serve;
GRANT INSERT (exhibit_id, of_exhibit_id, vis, kind, pieces) ON custody_lineage TO pm_serve;
GRANT INSERT (number, exhibit_id, vis, event_id) ON custody_seal TO pm_serve;
GRANT INSERT (exhibit_id, vis, events, breaks, account_id, agency_id, storage_id, seal, ended, offered_account_id,
  offered_agency_id) ON custody_standing TO pm_serve;
GRANT INSERT (id, agency_id, vis, parent_id, name, added_by) ON storage_place TO pm_serve;
GRANT INSERT (id, agency_id, vis, storage_id, begun_by) ON stocktake TO pm_serve;
GRANT INSERT (id, stocktake_id, vis, storage_id, scanned, exhibit_id, scanned_by) ON stocktake_scan TO pm_serve;
GRANT INSERT (stocktake_id, vis, lines, closed_by) ON stocktake_report TO pm_serve;
GRANT INSERT (id, agency_id, vis, name, place, hash, opened_by) ON disposal TO pm_serve;
GRANT INSERT (disposal_id, vis, name, salt, review_on) ON disposal_witness TO pm_serve;
GRANT INSERT (disposal_id, exhibit_id, vis) ON disposal_exhibit TO pm_serve;
GRANT INSERT (disposal_id, number, vis, signed_by, signature, entry_id) ON disposal_signature TO pm_serve;
GRANT UPDATE (events, breaks, account_id, agency_id, storage_id, seal, ended, offered_account_id, offered_agency_id)
  ON custody_standing TO pm_serve;

-- An agency to which an exhibit is handed sees its chain, and no record: the rows of these exhibits, and no others, go into a
-- class of the same owner, whose readers are those of the class before and more. What may be done is asked here, since the
-- new class is none that the caller sees yet.
CREATE FUNCTION move_custody(moved uuid[], to_class int4) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
DECLARE
  seen int4[] := coalesce(nullif(current_setting('pm.vis', true), '')::int4[], '{}');
BEGIN
  IF EXISTS (
    SELECT FROM unnest(moved) AS asked (id)
    LEFT JOIN exhibit e ON e.id = asked.id
    LEFT JOIN visibility own ON own.id = e.vis
    LEFT JOIN visibility target ON target.id = to_class
    WHERE e.id IS NULL OR target.id IS NULL OR e.vis <> ALL (seen)
      OR (own.agency_id, own.source_visibility, own.handling)
        <> (target.agency_id, target.source_visibility, target.handling)
      OR NOT own.readers <@ target.readers
  ) THEN
    RAISE EXCEPTION 'These exhibits may not be put into class %.', to_class USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE exhibit SET vis = to_class WHERE id = ANY (moved);
  UPDATE custody_event SET vis = to_class WHERE exhibit_id = ANY (moved);
  UPDATE custody_answer SET vis = to_class WHERE exhibit_id = ANY (moved);
  UPDATE custody_outside SET vis = to_class WHERE exhibit_id = ANY (moved);
  UPDATE custody_explanation SET vis = to_class WHERE exhibit_id = ANY (moved);
  UPDATE custody_order SET vis = to_class WHERE exhibit_id = ANY (moved);
  UPDATE custody_hold SET vis = to_class WHERE exhibit_id = ANY (moved);
  UPDATE custody_hold_lift SET vis = to_class WHERE exhibit_id = ANY (moved);
  UPDATE custody_lineage SET vis = to_class WHERE exhibit_id = ANY (moved);
  UPDATE custody_seal SET vis = to_class WHERE exhibit_id = ANY (moved);
  UPDATE custody_standing SET vis = to_class WHERE exhibit_id = ANY (moved);
END
$$;
REVOKE ALL ON FUNCTION move_custody(uuid[], int4) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION move_custody(uuid[], int4) TO pm_serve;

-- What a court needs of the access log to see that an event of custody was written down when it was: entries of custody
-- alone, by identifiers that stand beside the events, with their places.
CREATE FUNCTION custody_entries(wanted uuid[])
RETURNS TABLE (
  id uuid, recorded_at text, actor uuid, agency uuid, action text, outcome text, purpose text, subjects uuid[],
  body_commitment bytea, body jsonb, salt bytea, index int8
)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
  SELECT e.id, to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.actor, e.agency, e.action,
    e.outcome, e.purpose, e.subjects, e.body_commitment, e.body, e.salt, l.index
  FROM audit_entry e LEFT JOIN ledger_leaf l ON l.entry_id = e.id
  WHERE e.id = ANY (wanted) AND e.action LIKE 'custody.%'
$$;
REVOKE ALL ON FUNCTION custody_entries(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION custody_entries(uuid[]) TO pm_serve;

-- Hashes of leaves, which say nothing of their entries, a page at a time: proofs are made of them.
CREATE FUNCTION access_leaves(first int8, past int8) RETURNS TABLE (leaf_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
  SELECT l.leaf_hash FROM ledger_leaf l WHERE l.index >= first AND l.index < least(past, first + 10000) ORDER BY l.index
$$;
REVOKE ALL ON FUNCTION access_leaves(int8, int8) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_leaves(int8, int8) TO pm_serve;

-- The newest signed state of the access log, and the key that signs it.
CREATE FUNCTION access_checkpoint() RETURNS TABLE (size int8, note text, key text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
  SELECT c.size, c.note, (SELECT k.key FROM ledger_key k ORDER BY k.since DESC LIMIT 1)
  FROM ledger_checkpoint c ORDER BY c.size DESC LIMIT 1
$$;
REVOKE ALL ON FUNCTION access_checkpoint() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_checkpoint() TO pm_serve;
