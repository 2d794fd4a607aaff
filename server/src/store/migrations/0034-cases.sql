-- Cases and what hangs together in them. Who may read a case is no matter of agencies alone: a compartment names people,
-- and a visibility class may be a compartment's, so that the one policy on rows holds for cases as for records.

CREATE TABLE compartment (
  -- The main compartment of a case bears the case's own identifier.
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL,
  agency_id uuid NOT NULL REFERENCES agency (id),
  opened_by uuid NOT NULL REFERENCES account (id),
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX compartment_case ON compartment (case_id);

-- Who was let in, by whom, until when; the last number of an account counts, and none is deleted.
CREATE TABLE compartment_member (
  compartment_id uuid NOT NULL REFERENCES compartment (id),
  account_id uuid NOT NULL REFERENCES account (id),
  number int4 NOT NULL CHECK (number > 0),
  part text NOT NULL CHECK (part IN ('lead', 'member', 'reader', 'none')),
  until timestamptz,
  why text NOT NULL CHECK (length(why) BETWEEN 1 AND 500),
  said_by uuid NOT NULL REFERENCES account (id),
  said_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (compartment_id, account_id, number)
);
CREATE INDEX compartment_member_account ON compartment_member (account_id);

ALTER TABLE visibility
  ADD COLUMN compartment_id uuid REFERENCES compartment (id),
  DROP CONSTRAINT visibility_agency_id_source_visibility_handling_readers_rea_key,
  ADD UNIQUE NULLS NOT DISTINCT (agency_id, source_visibility, handling, readers, reader_ends, compartment_id);

CREATE TABLE case_file (
  -- Chosen by the client: what is sent twice is one case.
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES agency (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  -- The lead agency's own number; not unique, since a refusal would tell of a case that its reader may not see.
  reference text NOT NULL CHECK (length(reference) BETWEEN 1 AND 120),
  opened_by uuid NOT NULL REFERENCES account (id),
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- All that was said in a case, in order; how it stands is worked out from it. What is written in an inner compartment
-- bears that compartment's class; numbers come from one sequence, so that a gap tells nothing.
CREATE SEQUENCE case_entry_number AS int8;
CREATE TABLE case_entry (
  case_id uuid NOT NULL REFERENCES case_file (id),
  id uuid NOT NULL,
  number int8 NOT NULL DEFAULT nextval('case_entry_number'),
  vis int4 NOT NULL REFERENCES visibility (id),
  -- In the name of which agency it was said: what an agency gave, it may withdraw.
  agency_id uuid REFERENCES agency (id),
  kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  -- Null once it was lawfully erased.
  said jsonb,
  content_hmac bytea NOT NULL CHECK (length(content_hmac) = 32),
  said_by uuid NOT NULL REFERENCES account (id),
  said_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (case_id, id)
);
CREATE INDEX case_entry_order ON case_entry (case_id, number);

-- Persons, organisations and other things that inquiries speak of, apart from firearms. What is known of one are values, each
-- with who said it; a value can be erased, and the thing, the case and the log stay.
CREATE TABLE thing (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN (
    'person', 'organisation', 'group', 'vehicle', 'telephone', 'address', 'account', 'parcel', 'listing', 'place', 'event', 'route'
  )),
  agency_id uuid NOT NULL REFERENCES agency (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  -- Null: kept outside of any case.
  case_id uuid REFERENCES case_file (id),
  opened_by uuid NOT NULL REFERENCES account (id),
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX thing_case ON thing (case_id);

CREATE SEQUENCE thing_value_number AS int8;
CREATE TABLE thing_value (
  thing_id uuid NOT NULL REFERENCES thing (id),
  id uuid NOT NULL,
  number int8 NOT NULL DEFAULT nextval('thing_value_number'),
  vis int4 NOT NULL REFERENCES visibility (id),
  field text NOT NULL CHECK (length(field) BETWEEN 1 AND 40),
  -- Null once it was lawfully erased, its key with it.
  value text CHECK (length(value) <= 2000),
  -- HMAC of what it reads as: equal for values that say the same.
  key bytea CHECK (length(key) = 16),
  -- Europe's Directive (EU) 2016/680, article 7: a fact or somebody's assessment.
  standing text NOT NULL CHECK (standing IN ('fact', 'assessment', 'lead')),
  said jsonb NOT NULL,
  review_on date,
  said_by uuid NOT NULL REFERENCES account (id),
  said_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  withdrawn_by uuid REFERENCES account (id),
  withdrawn_at timestamptz,
  PRIMARY KEY (thing_id, id),
  CHECK (value IS NOT NULL OR key IS NULL),
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);
CREATE INDEX thing_value_key ON thing_value (key) WHERE key IS NOT NULL;

-- What ties two nodes, as somebody said it; stored under both its ends. A node is a thing, a case, or what other desks
-- keep: a record, a recovery, an exhibit, a fired item, a trace request.
CREATE SEQUENCE tie_number AS int8;
CREATE TABLE tie (
  node_id uuid NOT NULL,
  id uuid NOT NULL,
  node_kind text NOT NULL,
  other_kind text NOT NULL,
  other_id uuid NOT NULL,
  -- Under its first end: the relation is said from there.
  forward boolean NOT NULL,
  number int8 NOT NULL DEFAULT nextval('tie_number'),
  vis int4 NOT NULL REFERENCES visibility (id),
  case_id uuid REFERENCES case_file (id),
  agency_id uuid REFERENCES agency (id),
  relation text NOT NULL CHECK (length(relation) BETWEEN 1 AND 40),
  standing text NOT NULL CHECK (standing IN ('fact', 'assessment', 'lead')),
  from_day date,
  to_day date,
  -- The records that it rests on.
  records uuid[] NOT NULL DEFAULT '{}',
  -- Grades, handling codes, words; what is said here of persons is erased with the tie.
  said jsonb NOT NULL DEFAULT '{}',
  review_on date,
  said_by uuid NOT NULL REFERENCES account (id),
  said_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  withdrawn_by uuid REFERENCES account (id),
  withdrawn_at timestamptz,
  PRIMARY KEY (node_id, id),
  CHECK (node_id <> other_id),
  CHECK (from_day IS NULL OR to_day IS NULL OR from_day <= to_day),
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);
CREATE INDEX tie_case ON tie (case_id);

-- Are two things one? Judged as firearms are: the last number of a pair counts, and none is deleted.
CREATE SEQUENCE thing_judgement_number AS int8;
CREATE TABLE thing_judgement (
  thing_id uuid NOT NULL REFERENCES thing (id),
  other_id uuid NOT NULL REFERENCES thing (id),
  number int8 NOT NULL,
  id uuid NOT NULL,
  vis int4 NOT NULL REFERENCES visibility (id),
  other_vis int4 NOT NULL REFERENCES visibility (id),
  verdict text NOT NULL CHECK (verdict IN ('same', 'different', 'undecided', 'withdrawn')),
  why text CHECK (length(why) <= 500),
  judged_by uuid NOT NULL REFERENCES account (id),
  agency_id uuid REFERENCES agency (id),
  judged_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (thing_id, other_id, number),
  CHECK (thing_id <> other_id)
);

ALTER TABLE case_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE thing ENABLE ROW LEVEL SECURITY;
ALTER TABLE thing_value ENABLE ROW LEVEL SECURITY;
ALTER TABLE tie ENABLE ROW LEVEL SECURITY;
ALTER TABLE thing_judgement ENABLE ROW LEVEL SECURITY;
CREATE POLICY case_file_serve ON case_file TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY case_file_backup ON case_file FOR SELECT TO pm_backup USING (true);
CREATE POLICY case_entry_serve ON case_entry TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY case_entry_backup ON case_entry FOR SELECT TO pm_backup USING (true);
CREATE POLICY thing_serve ON thing TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY thing_backup ON thing FOR SELECT TO pm_backup USING (true);
CREATE POLICY thing_value_serve ON thing_value TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY thing_value_backup ON thing_value FOR SELECT TO pm_backup USING (true);
CREATE POLICY tie_serve ON tie TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY tie_backup ON tie FOR SELECT TO pm_backup USING (true);
CREATE POLICY thing_judgement_serve ON thing_judgement TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]) AND other_vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]) AND other_vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY thing_judgement_backup ON thing_judgement FOR SELECT TO pm_backup USING (true);

GRANT SELECT, INSERT ON compartment, compartment_member, case_file, case_entry, thing, thing_value, tie, thing_judgement TO pm_serve;
GRANT UPDATE (vis) ON case_file, case_entry, thing, thing_value, tie, thing_judgement TO pm_serve;
GRANT UPDATE (agency_id) ON case_file TO pm_serve;
GRANT UPDATE (said) ON case_entry TO pm_serve;
GRANT UPDATE (value, key, said, review_on, withdrawn_by, withdrawn_at) ON thing_value TO pm_serve;
GRANT UPDATE (said, review_on, withdrawn_by, withdrawn_at) ON tie TO pm_serve;
GRANT UPDATE (other_vis) ON thing_judgement TO pm_serve;
GRANT USAGE ON SEQUENCE case_entry_number, thing_value_number, tie_number, thing_judgement_number TO pm_serve;
GRANT SELECT ON compartment, compartment_member, case_file, case_entry, thing, thing_value, tie, thing_judgement TO pm_backup;
GRANT SELECT ON SEQUENCE case_entry_number, thing_value_number, tie_number, thing_judgement_number TO pm_backup;
GRANT SELECT ON compartment, compartment_member TO pm_match, pm_log;
