-- Who else works on this? A question names a value and a case; what is asked stands for a time, so that of two who ask one
-- after the other each learns of the other. Nowhere but in the asker's entry of the log does the value stand in clear.

CREATE TABLE deconfliction_question (
  -- Chosen by the client: what is sent twice is one question.
  id uuid PRIMARY KEY,
  -- That of its case.
  vis int4 NOT NULL REFERENCES visibility (id),
  agency_id uuid NOT NULL REFERENCES agency (id),
  case_id uuid NOT NULL REFERENCES case_file (id),
  kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  -- HMAC of what the value reads as; null once the question stands no more.
  key bytea CHECK (length(key) = 16),
  purpose text NOT NULL,
  asked_by uuid NOT NULL REFERENCES account (id),
  asked_at timestamptz NOT NULL,
  until timestamptz NOT NULL,
  withdrawn_by uuid REFERENCES account (id),
  withdrawn_at timestamptz,
  -- When the matching process compared it; it alone writes this.
  compared_at timestamptz,
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);
CREATE INDEX deconfliction_question_key ON deconfliction_question (key) WHERE key IS NOT NULL;

-- Where and when somebody is about to act.
CREATE TABLE planned_operation (
  id uuid PRIMARY KEY,
  vis int4 NOT NULL REFERENCES visibility (id),
  agency_id uuid NOT NULL REFERENCES agency (id),
  case_id uuid NOT NULL REFERENCES case_file (id),
  kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  -- Place and contact are erased some time after it is over.
  place text CHECK (length(place) <= 200),
  key bytea CHECK (length(key) = 16),
  latitude float8 CHECK (latitude BETWEEN -90 AND 90),
  longitude float8 CHECK (longitude BETWEEN -180 AND 180),
  radius int4 CHECK (radius > 0),
  from_at timestamptz NOT NULL,
  to_at timestamptz NOT NULL CHECK (to_at > from_at),
  contact text CHECK (length(contact) <= 120),
  planned_by uuid NOT NULL REFERENCES account (id),
  planned_at timestamptz NOT NULL,
  withdrawn_by uuid REFERENCES account (id),
  withdrawn_at timestamptz,
  compared_at timestamptz,
  CHECK ((latitude IS NULL) = (longitude IS NULL) AND (latitude IS NULL) = (radius IS NULL)),
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);
CREATE INDEX planned_operation_end ON planned_operation (to_at) WHERE withdrawn_at IS NULL;

-- What a handle stands for: two sides that do not see each other. Only the matching process reads it.
CREATE TABLE deconfliction_meeting (
  handle uuid PRIMARY KEY,
  -- Hash of both sides and of what they share, so that the same two meet under one handle.
  pair bytea NOT NULL UNIQUE CHECK (length(pair) = 32),
  asker jsonb NOT NULL,
  other jsonb NOT NULL,
  met_at timestamptz NOT NULL
);

-- What one side, or the officer of a silent one, was told: whom to ask and under which handle, and nothing else.
CREATE TABLE deconfliction_told (
  id uuid PRIMARY KEY,
  -- Of a case for those who work in it; the agency's own for its desk; its own silent one for its officer.
  vis int4 NOT NULL REFERENCES visibility (id),
  handle uuid NOT NULL REFERENCES deconfliction_meeting (handle),
  audience text NOT NULL CHECK (audience IN ('case', 'desk', 'officer')),
  agency_id uuid NOT NULL REFERENCES agency (id),
  case_id uuid REFERENCES case_file (id),
  -- The side's own question or operation; null where it only keeps what was asked about.
  about uuid,
  contact_agency_id uuid NOT NULL REFERENCES agency (id),
  -- Of an operation; else the agency's desk is to be asked.
  contact text CHECK (length(contact) <= 120),
  -- To the officer of a silent side: who leads the case.
  lead_id uuid REFERENCES account (id),
  told_at timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (handle, audience, agency_id, case_id, about)
);
CREATE INDEX deconfliction_told_about ON deconfliction_told (about) WHERE about IS NOT NULL;

-- The officer of a silent side brings both together, with whoever consented to it.
CREATE TABLE deconfliction_introduction (
  handle uuid NOT NULL REFERENCES deconfliction_meeting (handle),
  agency_id uuid NOT NULL REFERENCES agency (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  consent text NOT NULL CHECK (length(consent) BETWEEN 1 AND 200),
  introduced_by uuid NOT NULL REFERENCES account (id),
  introduced_at timestamptz NOT NULL,
  PRIMARY KEY (handle, agency_id)
);

-- How often was asked in a span of time: by a person, by an agency, by all.
CREATE TABLE deconfliction_count (
  act text NOT NULL CHECK (act IN ('question', 'operation')),
  scope text NOT NULL CHECK (scope IN ('account', 'agency', 'all')),
  subject_id uuid NOT NULL,
  span text NOT NULL CHECK (span IN ('hour', 'day')),
  begins_at timestamptz NOT NULL,
  asked int4 NOT NULL CHECK (asked > 0),
  PRIMARY KEY (act, scope, subject_id, span, begins_at)
);

ALTER TABLE deconfliction_question ENABLE ROW LEVEL SECURITY;
ALTER TABLE planned_operation ENABLE ROW LEVEL SECURITY;
ALTER TABLE deconfliction_told ENABLE ROW LEVEL SECURITY;
ALTER TABLE deconfliction_introduction ENABLE ROW LEVEL SECURITY;
CREATE POLICY deconfliction_question_serve ON deconfliction_question TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY deconfliction_question_match ON deconfliction_question TO pm_match USING (true) WITH CHECK (true);
CREATE POLICY deconfliction_question_backup ON deconfliction_question FOR SELECT TO pm_backup USING (true);
CREATE POLICY planned_operation_serve ON planned_operation TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY planned_operation_match ON planned_operation TO pm_match USING (true) WITH CHECK (true);
CREATE POLICY planned_operation_backup ON planned_operation FOR SELECT TO pm_backup USING (true);
CREATE POLICY deconfliction_told_serve ON deconfliction_told TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY deconfliction_told_match ON deconfliction_told TO pm_match USING (true) WITH CHECK (true);
CREATE POLICY deconfliction_told_backup ON deconfliction_told FOR SELECT TO pm_backup USING (true);
CREATE POLICY deconfliction_introduction_serve ON deconfliction_introduction TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY deconfliction_introduction_match ON deconfliction_introduction FOR SELECT TO pm_match USING (true);
CREATE POLICY deconfliction_introduction_backup ON deconfliction_introduction FOR SELECT TO pm_backup USING (true);
-- What is kept of things and cases, as far as it must be compared: keys, never values.
CREATE POLICY case_file_match ON case_file FOR SELECT TO pm_match USING (true);
CREATE POLICY thing_match ON thing FOR SELECT TO pm_match USING (true);
CREATE POLICY thing_value_match ON thing_value FOR SELECT TO pm_match USING (true);

GRANT SELECT, INSERT ON deconfliction_question, planned_operation, deconfliction_introduction TO pm_serve;
GRANT UPDATE (withdrawn_by, withdrawn_at) ON deconfliction_question, planned_operation TO pm_serve;
GRANT SELECT ON deconfliction_told TO pm_serve;
GRANT SELECT, INSERT ON deconfliction_count TO pm_serve;
GRANT UPDATE (asked) ON deconfliction_count TO pm_serve;
GRANT SELECT ON deconfliction_question, planned_operation, deconfliction_introduction TO pm_match;
GRANT UPDATE (key, compared_at) ON deconfliction_question TO pm_match;
GRANT UPDATE (place, key, latitude, longitude, radius, contact, compared_at) ON planned_operation TO pm_match;
GRANT SELECT, INSERT ON deconfliction_meeting, deconfliction_told TO pm_match;
GRANT UPDATE (asker, other) ON deconfliction_meeting TO pm_match;
GRANT UPDATE (contact) ON deconfliction_told TO pm_match;
GRANT SELECT, DELETE ON deconfliction_count TO pm_match;
GRANT SELECT (id, agency_id, vis) ON case_file TO pm_match;
GRANT SELECT (id, kind, agency_id, vis, case_id) ON thing TO pm_match;
GRANT SELECT (thing_id, vis, key, said_at, withdrawn_at) ON thing_value TO pm_match;
GRANT SELECT ON deconfliction_question, planned_operation, deconfliction_meeting, deconfliction_told,
  deconfliction_introduction, deconfliction_count TO pm_backup;
