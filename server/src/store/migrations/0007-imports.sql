-- An import goes in batch by batch: its row says how far it has come, so that it can be gone on with or taken back.

ALTER TABLE import_run
  ADD COLUMN door text NOT NULL DEFAULT 'file' CHECK (door IN ('file', 'hand')),
  ADD COLUMN state text NOT NULL DEFAULT 'done'
    CHECK (state IN ('receiving', 'running', 'stopped', 'failed', 'done', 'taking_back', 'taken_back', 'putting_back')),
  -- Was the file read to its end?
  ADD COLUMN whole boolean NOT NULL DEFAULT true,
  ADD COLUMN profile_version int4,
  -- Null where the size is not known before the end.
  ADD COLUMN file_bytes int8 CHECK (file_bytes >= 0),
  ADD COLUMN bytes_done int8 NOT NULL DEFAULT 0,
  -- Why it failed, as an error of the table: {"code", "parameters"}.
  ADD COLUMN failure jsonb,
  ADD COLUMN started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ALTER COLUMN finished_at DROP NOT NULL,
  ALTER COLUMN finished_at DROP DEFAULT,
  ALTER COLUMN file_name DROP NOT NULL,
  ALTER COLUMN file_sha256 DROP NOT NULL;

-- Whether what an import brought stands: a judgement on the whole of it. The last one counts, none is deleted.
CREATE SEQUENCE import_judgement_number AS int8;
CREATE TABLE import_judgement (
  id int8 PRIMARY KEY DEFAULT nextval('import_judgement_number'),
  import_id int8 NOT NULL REFERENCES import_run (id),
  verdict text NOT NULL CHECK (verdict IN ('taken_back', 'put_back')),
  judged_by uuid NOT NULL REFERENCES account (id),
  judged_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- How the columns of a source's files are to be understood. A profile is never changed: a new version follows it.
CREATE TABLE import_profile (
  source_id uuid NOT NULL REFERENCES source (id),
  version int4 NOT NULL CHECK (version > 0),
  profile jsonb NOT NULL,
  saved_by uuid NOT NULL REFERENCES account (id),
  saved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (source_id, version)
);

-- What a steward says that a text means which no table knows, for the records of the steward's own agency. The last
-- decision on a text counts; one without code and without `said` takes the earlier ones back.
CREATE SEQUENCE vocabulary_number AS int8;
CREATE TABLE vocabulary_decision (
  id int8 PRIMARY KEY DEFAULT nextval('vocabulary_number'),
  agency_id uuid NOT NULL REFERENCES agency (id),
  field text NOT NULL,
  -- The text as it is compared: folded, so that case, accents and blanks do not matter.
  text_key text NOT NULL,
  stated text NOT NULL,
  -- A model is known under its make alone; null for every other field.
  make text,
  code text,
  said text,
  decided_by uuid NOT NULL REFERENCES account (id),
  decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (code IS NULL OR said IS NULL)
);
CREATE INDEX vocabulary_decision_agency ON vocabulary_decision (agency_id, id);

-- Reading records again after the tables or an agency's vocabulary changed.
CREATE SEQUENCE renewal_number AS int8;
CREATE TABLE renewal (
  id int8 PRIMARY KEY DEFAULT nextval('renewal_number'),
  agency_id uuid NOT NULL REFERENCES agency (id),
  tables int4 NOT NULL,
  vocabulary int8 NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'stopped', 'failed', 'done')),
  records int8 NOT NULL DEFAULT 0,
  changed int8 NOT NULL DEFAULT 0,
  -- The last record that was read again; the next one goes on after it.
  last_record uuid,
  started_by uuid NOT NULL REFERENCES account (id),
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  finished_at timestamptz
);

-- No version stands where every import that brought one was taken back. Successive holders of one entry of a register
-- are records of their own: the first keeps the entry's key, the others say which one it was and where they follow.
ALTER TABLE record
  ALTER COLUMN version DROP NOT NULL,
  ADD COLUMN first_id uuid,
  ADD COLUMN succession int4 NOT NULL DEFAULT 1 CHECK (succession >= 1),
  ADD CHECK ((first_id IS NULL) = (succession = 1));
CREATE INDEX record_succession ON record (first_id) WHERE first_id IS NOT NULL;

ALTER TABLE record_version
  ADD COLUMN row_kind text NOT NULL DEFAULT 'firearm'
    CHECK (row_kind IN ('firearm', 'holding', 'component', 'consignment', 'ammunition-lot')),
  ADD COLUMN quantity int8 CHECK (quantity > 0),
  ADD COLUMN until_from date,
  ADD COLUMN until_to date,
  ADD COLUMN reported_from date,
  ADD COLUMN reported_to date,
  -- What is known not to be known, and why: {"make": "not_examined"}.
  ADD COLUMN not_known jsonb,
  ADD CHECK (until_from <= until_to),
  ADD CHECK (reported_from <= reported_to);
CREATE INDEX record_version_import ON record_version (version, record_id);

ALTER TABLE reading ADD COLUMN vocabulary int8 NOT NULL DEFAULT 0;

-- The texts of a record that no table knows: the curators' queue is drawn from them, and never counts what its reader
-- may not see.
CREATE TABLE unread_text (
  record_id uuid NOT NULL REFERENCES record (id),
  field text NOT NULL,
  text text NOT NULL,
  make text,
  vis int4 NOT NULL REFERENCES visibility (id),
  PRIMARY KEY (record_id, field, text)
);
CREATE INDEX unread_text_field ON unread_text (field, text);

-- A file that was sent through the browser, until its import has ended.
CREATE TABLE upload_chunk (
  import_id int8 NOT NULL REFERENCES import_run (id),
  number int4 NOT NULL CHECK (number >= 0),
  vis int4 NOT NULL REFERENCES visibility (id),
  content bytea NOT NULL,
  PRIMARY KEY (import_id, number)
);

-- The rows that came back, whole, with why: they can be taken as a file at any time, mended and sent again.
CREATE TABLE import_reject (
  import_id int8 NOT NULL REFERENCES import_run (id),
  row int8 NOT NULL,
  vis int4 NOT NULL REFERENCES visibility (id),
  field text NOT NULL,
  value text NOT NULL,
  reason jsonb NOT NULL,
  accepted jsonb NOT NULL,
  cells json NOT NULL,
  PRIMARY KEY (import_id, row)
);

ALTER TABLE unread_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE upload_chunk ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_reject ENABLE ROW LEVEL SECURITY;
CREATE POLICY unread_text_serve ON unread_text TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY upload_chunk_serve ON upload_chunk TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY import_reject_serve ON import_reject TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY unread_text_backup ON unread_text FOR SELECT TO pm_backup USING (true);
CREATE POLICY upload_chunk_backup ON upload_chunk FOR SELECT TO pm_backup USING (true);
CREATE POLICY import_reject_backup ON import_reject FOR SELECT TO pm_backup USING (true);

GRANT SELECT ON import_judgement, import_profile, vocabulary_decision, renewal, unread_text, upload_chunk, import_reject
  TO pm_backup;
GRANT SELECT ON SEQUENCE import_judgement_number, vocabulary_number, renewal_number TO pm_backup;
GRANT USAGE ON SEQUENCE import_judgement_number, vocabulary_number, renewal_number TO pm_serve;
GRANT SELECT, INSERT ON import_judgement, import_profile, vocabulary_decision, renewal, unread_text, upload_chunk,
  import_reject TO pm_serve;
GRANT UPDATE (state, whole, rows, accepted, rejected, unchanged, changed, file_sha256, file_bytes, bytes_done, failure,
  finished_at) ON import_run TO pm_serve;
GRANT UPDATE (state, records, changed, last_record, finished_at) ON renewal TO pm_serve;
GRANT UPDATE (vocabulary) ON reading TO pm_serve;
GRANT DELETE ON reading, unread_text, upload_chunk TO pm_serve;
GRANT SELECT ON import_judgement TO pm_match;

-- Rows come in through staging tables of the connection.
DO $$
BEGIN
  EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO pm_serve', current_database());
END
$$;
