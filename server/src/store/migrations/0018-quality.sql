-- What is told of the quality of records, and how good the links between them are.

-- What a steward told the agency that keeps some records. It holds identifiers alone: who may not see the records is shown
-- nothing of it. Without row-level security, as other messages between agencies.
CREATE TABLE quality_notice (
  -- Chosen by the client: what is sent twice is told once.
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('collision', 'near_duplicate', 'nonsense')),
  -- The agency that keeps the records.
  agency_id uuid NOT NULL REFERENCES agency (id),
  -- In their order.
  records uuid[] NOT NULL CHECK (cardinality(records) BETWEEN 1 AND 20),
  note text CHECK (length(note) <= 500),
  told_by uuid NOT NULL REFERENCES account (id),
  told_agency_id uuid REFERENCES agency (id),
  told_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Taken back by the agency that told, or settled by the one that was told.
  ended text CHECK (ended IN ('withdrawn', 'settled')),
  ended_by uuid REFERENCES account (id),
  ended_at timestamptz,
  answer text CHECK (length(answer) <= 500),
  CHECK ((ended IS NULL) = (ended_by IS NULL)),
  CHECK ((ended IS NULL) = (ended_at IS NULL)),
  CHECK (answer IS NULL OR ended IS NOT NULL)
);
CREATE INDEX quality_notice_agency ON quality_notice (agency_id) WHERE ended IS NULL;
CREATE INDEX quality_notice_records ON quality_notice USING gin (records);

-- A stratified sample of the pairs that were compared, to be judged without the model's word, from which precision and
-- recall are estimated. Drawn among the records of certain classes, and for readers of all of these alone.
CREATE TABLE quality_sample (
  id uuid PRIMARY KEY,
  agency_id uuid REFERENCES agency (id),
  classes int4[] NOT NULL,
  -- With it the same pairs are drawn again.
  seed text NOT NULL CHECK (length(seed) BETWEEN 1 AND 64),
  model text NOT NULL,
  -- What share of the pairs was gone through; below one where there are very many.
  share float8 NOT NULL CHECK (share > 0 AND share <= 1),
  -- How many pairs there are by stratum, damage and year: [{"band", "linked", "sources", "damage", "year", "pairs"}].
  counts jsonb NOT NULL,
  drawn_by uuid NOT NULL REFERENCES account (id),
  drawn_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX quality_sample_agency ON quality_sample (agency_id, drawn_at);
CREATE TABLE quality_sample_pair (
  sample_id uuid NOT NULL REFERENCES quality_sample (id),
  -- In an order that says nothing of the stratum.
  place int4 NOT NULL CHECK (place > 0),
  record_id uuid NOT NULL,
  other_id uuid NOT NULL,
  band text NOT NULL,
  linked boolean NOT NULL,
  probability float8 NOT NULL,
  source_id uuid NOT NULL REFERENCES source (id),
  other_source_id uuid NOT NULL REFERENCES source (id),
  damage text NOT NULL,
  year int4,
  PRIMARY KEY (sample_id, place),
  CHECK (record_id < other_id)
);

GRANT SELECT, INSERT ON quality_notice, quality_sample, quality_sample_pair TO pm_serve;
GRANT SELECT ON quality_notice, quality_sample, quality_sample_pair TO pm_backup;
GRANT UPDATE (ended, ended_by, ended_at, answer) ON quality_notice TO pm_serve;
