-- What a frozen model measured of two records, and what people judge of them. Both are stored under both records, so
-- that each record's pairs lie with it; both are added to and never changed: the last number of a pair counts.

CREATE SEQUENCE pair_evidence_number AS int8;
-- Evidence depends on the two records and the model alone. What it makes likely depends on how many others there are and
-- which of them fit as well, and so on who looks: that is worked out for each reader and not stored.
CREATE TABLE pair_evidence (
  record_id uuid NOT NULL REFERENCES record (id),
  other_id uuid NOT NULL,
  number int8 NOT NULL,
  vis int4 NOT NULL REFERENCES visibility (id),
  other_vis int4 NOT NULL REFERENCES visibility (id),
  model text NOT NULL,
  relation text NOT NULL CHECK (relation IN ('same', 'component', 'same-lot')),
  -- Where a component's number is what fits: the part on which either record has it; null for the firearm's own.
  part text,
  other_part text,
  bits float8 NOT NULL,
  -- Do the marks read as one number, or is an edit between them?
  alike boolean NOT NULL,
  -- Level and bits by field, never a value: [{"field", "level", "bits"}].
  evidence jsonb NOT NULL,
  measured_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (record_id, other_id, number),
  CHECK (record_id <> other_id),
  CHECK (relation = 'component' OR (part IS NULL AND other_part IS NULL))
);

CREATE SEQUENCE judgement_number AS int8;
CREATE TABLE judgement (
  record_id uuid NOT NULL REFERENCES record (id),
  other_id uuid NOT NULL,
  number int8 NOT NULL,
  vis int4 NOT NULL REFERENCES visibility (id),
  other_vis int4 NOT NULL REFERENCES visibility (id),
  -- Chosen by the client: what is sent twice is one judgement.
  id uuid NOT NULL,
  -- Is it one firearm, or are the reports of two recoveries of it reports of one?
  about text NOT NULL CHECK (about IN ('firearm', 'recovery')),
  kind text NOT NULL CHECK (kind IN ('verdict', 'withdrawal', 'second')),
  verdict text CHECK (verdict IN ('same', 'different', 'undecided', 'component-of', 'same-lot')),
  -- Of component-of: the record whose item is, or bears, the component of the other's firearm.
  component_id uuid,
  -- The verdict that a withdrawal takes back, or that a second person confirms.
  of_number int8,
  -- A source demands a second person: until one confirms, the verdict waits.
  needs_second boolean NOT NULL,
  reason text CHECK (length(reason) <= 500),
  -- What spoke for and against when it was judged, by which model.
  model text,
  evidence jsonb NOT NULL,
  judged_by uuid NOT NULL REFERENCES account (id),
  agency_id uuid REFERENCES agency (id),
  judged_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (record_id, other_id, number),
  CHECK (record_id <> other_id),
  CHECK ((kind = 'verdict') = (verdict IS NOT NULL)),
  CHECK ((kind = 'verdict') = (of_number IS NULL)),
  CHECK ((verdict = 'component-of') = (component_id IS NOT NULL) OR verdict IS NULL),
  CHECK (component_id IN (record_id, other_id)),
  CHECK (about = 'firearm' OR verdict IS NULL OR verdict IN ('same', 'different', 'undecided'))
);

-- Records whose reading changed and that wait for the matching process, batch by batch. Local to one PostgreSQL.
CREATE SEQUENCE match_queue_number AS int8;
CREATE TABLE match_queue (
  number int8 PRIMARY KEY DEFAULT nextval('match_queue_number'),
  records uuid[] NOT NULL,
  -- Where it is given, counterparts of this class alone are looked for.
  within int4
);
-- Classes into which entries of a register came: what has no counterpart there yet asks again, once the waiting line is
-- empty.
CREATE TABLE match_again (
  vis int4 PRIMARY KEY
);

-- Does the source demand that a second person confirms what one judges of its records?
ALTER TABLE source ADD COLUMN four_eyes boolean NOT NULL DEFAULT false;

ALTER TABLE pair_evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE judgement ENABLE ROW LEVEL SECURITY;
-- Its readers are those who may read both sides.
CREATE POLICY pair_evidence_serve ON pair_evidence TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[])
    AND other_vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[])
    AND other_vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY judgement_serve ON judgement TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[])
    AND other_vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[])
    AND other_vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY pair_evidence_match ON pair_evidence TO pm_match USING (true) WITH CHECK (true);
CREATE POLICY pair_evidence_backup ON pair_evidence FOR SELECT TO pm_backup USING (true);
CREATE POLICY judgement_backup ON judgement FOR SELECT TO pm_backup USING (true);
CREATE POLICY record_version_match ON record_version FOR SELECT TO pm_match USING (true);

GRANT SELECT ON pair_evidence, judgement, match_queue, match_again TO pm_backup;
GRANT SELECT ON SEQUENCE pair_evidence_number, judgement_number, match_queue_number TO pm_backup;
GRANT SELECT ON pair_evidence TO pm_serve;
GRANT SELECT, INSERT ON judgement TO pm_serve;
GRANT SELECT, INSERT ON match_queue, match_again TO pm_serve;
GRANT USAGE ON SEQUENCE judgement_number, match_queue_number TO pm_serve;

GRANT SELECT, INSERT ON pair_evidence TO pm_match;
GRANT SELECT, INSERT, DELETE ON match_queue, match_again TO pm_match;
GRANT USAGE ON SEQUENCE pair_evidence_number, match_queue_number TO pm_match;
-- What it compares: the item as read, and what kind of row it came from; no raw row, no person, no key of a source.
GRANT SELECT (first_id, version) ON record TO pm_match;
GRANT SELECT (version, item) ON reading TO pm_match;
GRANT SELECT (record_id, version, row_kind, quantity) ON record_version TO pm_match;

-- What stands already is matched as if it had just come in.
INSERT INTO match_queue (records)
SELECT array_agg(id) FROM (
  SELECT id, (row_number() OVER (ORDER BY id) - 1) / 2000 AS batch FROM record WHERE version IS NOT NULL
) AS standing GROUP BY batch ORDER BY batch;
