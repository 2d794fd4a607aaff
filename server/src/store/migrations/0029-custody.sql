-- Recoveries and their exhibits. What was said of a recovery is a version and never changes; its persons stand apart, so
-- that they can be erased. They are of the agency that recovered, and in a class that says who else may read.

CREATE TABLE recovery (
  -- Chosen by the device that recorded it: what is sent twice is one recovery.
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES agency (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  status text NOT NULL CHECK (status IN ('seized', 'found', 'surrendered')),
  opened_by uuid NOT NULL REFERENCES account (id),
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX recovery_agency ON recovery (agency_id, opened_at DESC);

CREATE TABLE recovery_version (
  recovery_id uuid NOT NULL REFERENCES recovery (id),
  version int4 NOT NULL CHECK (version > 0),
  vis int4 NOT NULL REFERENCES visibility (id),
  -- From which version its form began; null where it began from nothing.
  base int4 CHECK (base > 0 AND base < version),
  -- What began from another version than the last is kept as it was sent, and the version after it holds both together.
  stands boolean NOT NULL,
  -- The form without its persons.
  form jsonb NOT NULL,
  content_hmac bytea NOT NULL CHECK (length(content_hmac) = 32),
  saved_by uuid NOT NULL REFERENCES account (id),
  saved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (recovery_id, version)
);

-- The persons of the standing version; erasure leaves the recovery as it is.
CREATE TABLE recovery_person (
  recovery_id uuid NOT NULL,
  version int4 NOT NULL,
  field text NOT NULL,
  vis int4 NOT NULL REFERENCES visibility (id),
  role text NOT NULL,
  value text NOT NULL,
  review_on date NOT NULL,
  PRIMARY KEY (recovery_id, version, field),
  FOREIGN KEY (recovery_id, version) REFERENCES recovery_version (recovery_id, version)
);

CREATE TABLE exhibit (
  id uuid PRIMARY KEY,
  recovery_id uuid NOT NULL REFERENCES recovery (id),
  agency_id uuid NOT NULL REFERENCES agency (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  kind text NOT NULL CHECK (kind IN ('firearm', 'component', 'ammunition', 'magazine', 'device', 'other_goods')),
  -- The record that it became, where it is an item that records speak of.
  record_id uuid,
  -- The exhibit of which it was split off.
  split_from uuid REFERENCES exhibit (id),
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (split_from IS NULL OR split_from <> id)
);
CREATE INDEX exhibit_recovery ON exhibit (recovery_id);
CREATE INDEX exhibit_record ON exhibit (record_id) WHERE record_id IS NOT NULL;

ALTER TABLE recovery ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE exhibit ENABLE ROW LEVEL SECURITY;
CREATE POLICY recovery_serve ON recovery TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY recovery_backup ON recovery FOR SELECT TO pm_backup USING (true);
CREATE POLICY recovery_version_serve ON recovery_version TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY recovery_version_backup ON recovery_version FOR SELECT TO pm_backup USING (true);
CREATE POLICY recovery_person_serve ON recovery_person TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY recovery_person_backup ON recovery_person FOR SELECT TO pm_backup USING (true);
CREATE POLICY exhibit_serve ON exhibit TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY exhibit_backup ON exhibit FOR SELECT TO pm_backup USING (true);

GRANT SELECT ON recovery, recovery_version, recovery_person, exhibit TO pm_serve, pm_backup;
-- When something came in is the database's to say.
GRANT INSERT (id, agency_id, vis, status, opened_by) ON recovery TO pm_serve;
GRANT INSERT (recovery_id, version, vis, base, stands, form, content_hmac, saved_by) ON recovery_version TO pm_serve;
GRANT INSERT (recovery_id, version, field, vis, role, value, review_on) ON recovery_person TO pm_serve;
GRANT INSERT (id, recovery_id, agency_id, vis, kind, record_id, split_from) ON exhibit TO pm_serve;
-- A magazine gets its record when somebody has found a mark on it.
GRANT UPDATE (record_id) ON exhibit TO pm_serve;
