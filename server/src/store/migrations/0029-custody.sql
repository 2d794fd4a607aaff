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

CREATE INDEX recovery_version_paper ON recovery_version ((form ->> 'paper')) WHERE stands;

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

-- Photographs and scans. The original is sealed: its parts are added and never changed, and are read by whoever was
-- granted it and by the process that makes the copies. A copy is what a person sees, and bears nothing but pixels.
CREATE TABLE evidence_file (
  -- Chosen by the device: what is announced twice is one file.
  id uuid PRIMARY KEY,
  vis int4 NOT NULL REFERENCES visibility (id),
  recovery_id uuid NOT NULL REFERENCES recovery (id),
  exhibit_id uuid,
  kind text NOT NULL CHECK (kind IN ('photograph', 'scan')),
  photograph_view text NOT NULL,
  -- As the device took it when the picture was taken.
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  bytes int4 NOT NULL CHECK (bytes > 0),
  received int4 NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND bytes),
  state text NOT NULL DEFAULT 'arriving' CHECK (state IN ('arriving', 'kept', 'refused')),
  reason text CHECK ((reason IS NOT NULL) = (state = 'refused')),
  media_type text CHECK (media_type IS NULL OR state = 'kept'),
  sent_by uuid NOT NULL REFERENCES account (id),
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  settled_at timestamptz
);
CREATE INDEX evidence_file_recovery ON evidence_file (recovery_id);

CREATE TABLE evidence_file_part (
  file_id uuid NOT NULL REFERENCES evidence_file (id),
  -- At which byte of the file it begins.
  starts_at int4 NOT NULL CHECK (starts_at >= 0),
  vis int4 NOT NULL REFERENCES visibility (id),
  content bytea NOT NULL,
  PRIMARY KEY (file_id, starts_at)
);

CREATE TABLE evidence_file_copy (
  file_id uuid NOT NULL REFERENCES evidence_file (id),
  size text NOT NULL CHECK (size IN ('copy', 'preview')),
  vis int4 NOT NULL REFERENCES visibility (id),
  width int4 NOT NULL,
  height int4 NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (file_id, size)
);

-- Who may have an original, given by somebody else, for a reason and until a day.
CREATE TABLE original_grant (
  file_id uuid NOT NULL REFERENCES evidence_file (id),
  to_account uuid NOT NULL REFERENCES account (id),
  number int4 NOT NULL CHECK (number > 0),
  vis int4 NOT NULL REFERENCES visibility (id),
  granted_by uuid NOT NULL REFERENCES account (id),
  why text NOT NULL CHECK (length(why) BETWEEN 1 AND 500),
  until date NOT NULL,
  granted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (file_id, to_account, number),
  CHECK (to_account <> granted_by)
);

-- What an examiner said of an exhibit stands beside what was said in the field, and never over it.
CREATE TABLE exhibit_examination (
  exhibit_id uuid NOT NULL REFERENCES exhibit (id),
  number int4 NOT NULL CHECK (number > 0),
  vis int4 NOT NULL REFERENCES visibility (id),
  -- Chosen by the client: what is sent twice is one examination.
  examination uuid NOT NULL,
  said jsonb NOT NULL,
  content_hmac bytea NOT NULL CHECK (length(content_hmac) = 32),
  record_id uuid,
  examined_by uuid NOT NULL REFERENCES account (id),
  examined_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (exhibit_id, number),
  UNIQUE (exhibit_id, examination)
);

-- What somebody said of two recoveries: reports of one incident, or not. The last counts; none is deleted.
CREATE TABLE recovery_join (
  recovery_id uuid NOT NULL REFERENCES recovery (id),
  other_id uuid NOT NULL REFERENCES recovery (id),
  number int4 NOT NULL CHECK (number > 0),
  vis int4 NOT NULL REFERENCES visibility (id),
  verdict text NOT NULL CHECK (verdict IN ('same', 'different', 'withdrawn')),
  why text NOT NULL CHECK (length(why) BETWEEN 1 AND 500),
  joined_by uuid NOT NULL REFERENCES account (id),
  joined_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (recovery_id, other_id, number),
  CHECK (recovery_id < other_id)
);
CREATE INDEX recovery_join_other ON recovery_join (other_id);

-- Numbers that were drawn for forms on paper.
CREATE TABLE paper_form (
  number text PRIMARY KEY CHECK (length(number) BETWEEN 1 AND 40),
  agency_id uuid NOT NULL REFERENCES agency (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  -- Chosen by the client: the same order again is of the same numbers.
  order_id uuid NOT NULL,
  place int4 NOT NULL CHECK (place > 0),
  drawn_by uuid NOT NULL REFERENCES account (id),
  drawn_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (order_id, place)
);

ALTER TABLE recovery ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE exhibit ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_file_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_file_copy ENABLE ROW LEVEL SECURITY;
ALTER TABLE original_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE exhibit_examination ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_join ENABLE ROW LEVEL SECURITY;
ALTER TABLE paper_form ENABLE ROW LEVEL SECURITY;
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
CREATE POLICY evidence_file_serve ON evidence_file TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY evidence_file_backup ON evidence_file FOR SELECT TO pm_backup USING (true);
CREATE POLICY evidence_file_part_serve ON evidence_file_part TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY evidence_file_part_backup ON evidence_file_part FOR SELECT TO pm_backup USING (true);
CREATE POLICY evidence_file_copy_serve ON evidence_file_copy TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY evidence_file_copy_backup ON evidence_file_copy FOR SELECT TO pm_backup USING (true);
CREATE POLICY original_grant_serve ON original_grant TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY original_grant_backup ON original_grant FOR SELECT TO pm_backup USING (true);
CREATE POLICY exhibit_examination_serve ON exhibit_examination TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY exhibit_examination_backup ON exhibit_examination FOR SELECT TO pm_backup USING (true);
CREATE POLICY recovery_join_serve ON recovery_join TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY recovery_join_backup ON recovery_join FOR SELECT TO pm_backup USING (true);
CREATE POLICY paper_form_serve ON paper_form TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY paper_form_backup ON paper_form FOR SELECT TO pm_backup USING (true);

GRANT SELECT ON recovery, recovery_version, recovery_person, exhibit, evidence_file, evidence_file_part, evidence_file_copy,
  original_grant, exhibit_examination, recovery_join, paper_form TO pm_serve, pm_backup;
-- When something came in is the database's to say.
GRANT INSERT (id, agency_id, vis, status, opened_by) ON recovery TO pm_serve;
GRANT INSERT (recovery_id, version, vis, base, stands, form, content_hmac, saved_by) ON recovery_version TO pm_serve;
GRANT INSERT (recovery_id, version, field, vis, role, value, review_on) ON recovery_person TO pm_serve;
GRANT INSERT (id, recovery_id, agency_id, vis, kind, record_id, split_from) ON exhibit TO pm_serve;
-- A magazine gets its record when somebody has found a mark on it.
GRANT UPDATE (record_id) ON exhibit TO pm_serve;
GRANT INSERT (id, vis, recovery_id, exhibit_id, kind, photograph_view, sha256, bytes, sent_by) ON evidence_file TO pm_serve;
GRANT UPDATE (received, state, reason, media_type, settled_at) ON evidence_file TO pm_serve;
GRANT INSERT ON evidence_file_part, evidence_file_copy TO pm_serve;
-- What was refused is no evidence, and is not kept.
GRANT DELETE ON evidence_file_part TO pm_serve;
GRANT INSERT (file_id, to_account, number, vis, granted_by, why, until) ON original_grant TO pm_serve;
GRANT INSERT (exhibit_id, number, vis, examination, said, content_hmac, record_id, examined_by) ON exhibit_examination
  TO pm_serve;
GRANT INSERT (recovery_id, other_id, number, vis, verdict, why, joined_by) ON recovery_join TO pm_serve;
GRANT INSERT (number, agency_id, vis, order_id, place, drawn_by) ON paper_form TO pm_serve;
