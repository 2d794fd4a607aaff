-- Documents of cases: sealed as they came, in parts, and never changed. What a case is called by its own agency, so that
-- somebody can be named for a case whose lead has gone: its reference, and nothing else of it.

CREATE TABLE case_name (
  case_id uuid NOT NULL REFERENCES case_file (id),
  agency_id uuid NOT NULL REFERENCES agency (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  reference text NOT NULL CHECK (length(reference) BETWEEN 1 AND 120),
  PRIMARY KEY (case_id, agency_id)
);
CREATE INDEX case_name_agency ON case_name (agency_id);

CREATE TABLE case_document (
  -- Chosen by whoever sends it: what is announced twice is one document.
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES case_file (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  agency_id uuid REFERENCES agency (id),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  about text NOT NULL CHECK (length(about) <= 500),
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  bytes int4 NOT NULL CHECK (bytes > 0),
  received int4 NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND bytes),
  state text NOT NULL DEFAULT 'arriving' CHECK (state IN ('arriving', 'kept', 'refused')),
  reason text CHECK ((reason IS NOT NULL) = (state = 'refused')),
  -- What its content is, whatever its name says; null where no table knows it.
  media_type text CHECK (media_type IS NULL OR state = 'kept'),
  -- Why it is kept as sealed evidence and shown to nobody as a document.
  caution text CHECK (caution IS NULL OR state = 'kept'),
  sent_by uuid NOT NULL REFERENCES account (id),
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  settled_at timestamptz
);
CREATE INDEX case_document_case ON case_document (case_id);

CREATE TABLE case_document_part (
  document_id uuid NOT NULL REFERENCES case_document (id),
  -- At which byte of the document it begins.
  starts_at int4 NOT NULL CHECK (starts_at >= 0),
  vis int4 NOT NULL REFERENCES visibility (id),
  content bytea NOT NULL,
  PRIMARY KEY (document_id, starts_at)
);

ALTER TABLE case_name ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_document_part ENABLE ROW LEVEL SECURITY;
CREATE POLICY case_name_serve ON case_name TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY case_name_backup ON case_name FOR SELECT TO pm_backup USING (true);
CREATE POLICY case_document_serve ON case_document TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY case_document_backup ON case_document FOR SELECT TO pm_backup USING (true);
CREATE POLICY case_document_part_serve ON case_document_part TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY case_document_part_backup ON case_document_part FOR SELECT TO pm_backup USING (true);

GRANT SELECT, INSERT ON case_name, case_document_part TO pm_serve;
GRANT SELECT ON case_document TO pm_serve;
GRANT INSERT (id, case_id, vis, agency_id, name, about, sha256, bytes, sent_by) ON case_document TO pm_serve;
GRANT UPDATE (vis, received, state, reason, media_type, caution, settled_at) ON case_document TO pm_serve;
GRANT UPDATE (vis), DELETE ON case_document_part TO pm_serve;
GRANT SELECT ON case_name, case_document, case_document_part TO pm_backup;
