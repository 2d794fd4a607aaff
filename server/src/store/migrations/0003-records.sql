-- Distributed tables: laid out by the hash of the record's id. Every primary and unique key contains it, there are no
-- triggers, and foreign keys lead only to reference tables or along the record's id.

-- The head of a record: which of its versions stands. It can be computed again from the versions.
CREATE TABLE record (
  id uuid PRIMARY KEY,
  vis int4 NOT NULL REFERENCES visibility (id),
  source_id uuid NOT NULL REFERENCES source (id),
  source_key text NOT NULL,
  version int8 NOT NULL
);

-- One assertion of a source, as it was said. Never changed, never deleted, but for lawful erasure.
CREATE TABLE record_version (
  record_id uuid NOT NULL REFERENCES record (id),
  version int8 NOT NULL,
  vis int4 NOT NULL REFERENCES visibility (id),
  -- Keyed with the installation's secret: a plain hash would let erased persons be guessed from it.
  content_hmac bytea NOT NULL CHECK (length(content_hmac) = 32),
  -- The columns that the profile understood, and the whole row as it came; neither holds the columns of persons.
  stated jsonb NOT NULL,
  raw json NOT NULL, -- and not jsonb, which would lose the order of the columns
  event text NOT NULL,
  date_stated text,
  date_from date,
  date_to date,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (record_id, version),
  CHECK (date_from IS NULL OR date_to IS NULL OR date_from <= date_to)
);

-- Persons stand apart from objects, so that they can be erased and the firearm's life stays.
CREATE TABLE record_person (
  record_id uuid NOT NULL,
  version int8 NOT NULL,
  field text NOT NULL,
  vis int4 NOT NULL REFERENCES visibility (id),
  role text NOT NULL,
  value text NOT NULL,
  review_on date NOT NULL,
  PRIMARY KEY (record_id, version, field),
  FOREIGN KEY (record_id, version) REFERENCES record_version (record_id, version)
);

-- The item of the standing version, as the tables read it.
CREATE TABLE reading (
  record_id uuid PRIMARY KEY REFERENCES record (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  version int8 NOT NULL,
  tables int4 NOT NULL,
  norm text,
  skeleton text,
  make text,
  model text,
  calibre text,
  type text,
  item jsonb NOT NULL
);

-- Where a candidate is found: hashes of what stands on the item, by equality alone, since no other operator may use an
-- index under row-level security. The version of the skeleton is part of what is hashed.
CREATE TABLE posting (
  key int4 NOT NULL,
  record_id uuid NOT NULL REFERENCES record (id),
  vis int4 NOT NULL,
  PRIMARY KEY (key, record_id) INCLUDE (vis)
);
CREATE INDEX posting_record ON posting (record_id);

-- Standing records by class, so that a total never counts what its reader may not see.
CREATE TABLE class_tally (
  vis int4 PRIMARY KEY REFERENCES visibility (id),
  records int8 NOT NULL
);

ALTER TABLE record ENABLE ROW LEVEL SECURITY;
ALTER TABLE record_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE record_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE reading ENABLE ROW LEVEL SECURITY;
ALTER TABLE posting ENABLE ROW LEVEL SECURITY;
ALTER TABLE class_tally ENABLE ROW LEVEL SECURITY;

CREATE POLICY record_serve ON record TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY record_version_serve ON record_version TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY record_person_serve ON record_person TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY reading_serve ON reading TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY posting_serve ON posting TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY class_tally_serve ON class_tally TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));

-- The matching process sees what is needed to match, of all agencies, and no more.
CREATE POLICY record_match ON record FOR SELECT TO pm_match USING (true);
CREATE POLICY reading_match ON reading FOR SELECT TO pm_match USING (true);
CREATE POLICY posting_match ON posting FOR SELECT TO pm_match USING (true);
CREATE POLICY class_tally_match ON class_tally FOR SELECT TO pm_match USING (true);

CREATE POLICY record_backup ON record FOR SELECT TO pm_backup USING (true);
CREATE POLICY record_version_backup ON record_version FOR SELECT TO pm_backup USING (true);
CREATE POLICY record_person_backup ON record_person FOR SELECT TO pm_backup USING (true);
CREATE POLICY reading_backup ON reading FOR SELECT TO pm_backup USING (true);
CREATE POLICY posting_backup ON posting FOR SELECT TO pm_backup USING (true);
CREATE POLICY class_tally_backup ON class_tally FOR SELECT TO pm_backup USING (true);

GRANT SELECT, INSERT ON record, record_version, record_person, reading, posting, class_tally TO pm_serve;
GRANT UPDATE (version) ON record TO pm_serve;
GRANT UPDATE (version, tables, norm, skeleton, make, model, calibre, type, item) ON reading TO pm_serve;
GRANT UPDATE (records) ON class_tally TO pm_serve;
GRANT DELETE ON posting TO pm_serve;
GRANT SELECT (id, vis, source_id) ON record TO pm_match;
GRANT SELECT (record_id, vis, norm, skeleton, make, model, calibre, type) ON reading TO pm_match;
GRANT SELECT ON posting, class_tally TO pm_match;
GRANT SELECT ON record, record_version, record_person, reading, posting, class_tally TO pm_backup;
