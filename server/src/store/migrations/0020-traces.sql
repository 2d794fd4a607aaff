-- Trace requests and replies. What a request says, how it moved, what came back and how it was closed are rows that are
-- added and never changed. They are of the agency that asks or answers, and in a class that only its people may read.

-- Of each agency the class of what is for its own people alone; new agencies get theirs when they are added.
INSERT INTO visibility (agency_id, source_visibility, handling)
SELECT id, 'pointer', 'H0' FROM agency
ON CONFLICT DO NOTHING;

CREATE TABLE trace_request (
  -- Chosen by the client: what is sent twice is one request. Of an incoming one drawn here; the asking state’s stands
  -- beside it.
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES agency (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  direction text NOT NULL CHECK (direction IN ('outgoing', 'incoming')),
  -- The request of which this one is the next hop.
  parent_id uuid REFERENCES trace_request (id),
  -- The records that it is about, by their identifiers and never by an item.
  records uuid[] NOT NULL,
  -- Of an incoming request: who asks, and the identifier there.
  asker text,
  their_id uuid,
  -- Tells the same draft sent again from another under the same identifier.
  content_hmac bytea NOT NULL CHECK (length(content_hmac) = 32),
  opened_by uuid REFERENCES account (id),
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (asker, their_id),
  CHECK ((direction = 'incoming') = (their_id IS NOT NULL)),
  CHECK ((direction = 'incoming') = (asker IS NOT NULL)),
  CHECK (parent_id IS NULL OR parent_id <> id)
);
CREATE INDEX trace_request_agency ON trace_request (agency_id, opened_at DESC);
CREATE INDEX trace_request_parent ON trace_request (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX trace_request_records ON trace_request USING gin (records);

-- What it says. A version is never overwritten; of the one that left or came the message stands beside the form, whole.
CREATE TABLE trace_form (
  request_id uuid NOT NULL REFERENCES trace_request (id),
  version int4 NOT NULL CHECK (version > 0),
  vis int4 NOT NULL REFERENCES visibility (id),
  partner text,
  channel text NOT NULL,
  form jsonb NOT NULL,
  message jsonb,
  saved_by uuid REFERENCES account (id),
  saved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (request_id, version)
);

-- Its state is that of its last row here.
CREATE TABLE trace_transition (
  request_id uuid NOT NULL REFERENCES trace_request (id),
  number int4 NOT NULL CHECK (number > 0),
  vis int4 NOT NULL REFERENCES visibility (id),
  state text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- When it happened outside, where a person says so.
  said_at timestamptz,
  by_account uuid REFERENCES account (id),
  by_partner text,
  why text CHECK (length(why) <= 500),
  PRIMARY KEY (request_id, number),
  CHECK ((by_account IS NULL) <> (by_partner IS NULL))
);

CREATE TABLE trace_reply (
  request_id uuid NOT NULL REFERENCES trace_request (id),
  -- Of whoever answers.
  id uuid NOT NULL,
  number int4 NOT NULL CHECK (number > 0),
  vis int4 NOT NULL REFERENCES visibility (id),
  door text NOT NULL CHECK (door IN ('hand', 'file', 'node', 'own')),
  message jsonb NOT NULL,
  content_hmac bytea NOT NULL CHECK (length(content_hmac) = 32),
  -- The records that its chain became.
  records uuid[] NOT NULL,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  said_at timestamptz,
  received_by uuid REFERENCES account (id),
  PRIMARY KEY (request_id, number),
  UNIQUE (request_id, id)
);
CREATE INDEX trace_reply_records ON trace_reply USING gin (records);

-- How the life of its firearm was judged when it was drafted, when it left, and when an answer came: later records
-- change the life, and not this.
CREATE TABLE trace_finding (
  request_id uuid NOT NULL REFERENCES trace_request (id),
  number int4 NOT NULL CHECK (number > 0),
  vis int4 NOT NULL REFERENCES visibility (id),
  occasion text NOT NULL CHECK (occasion IN ('drafted', 'sent', 'replied', 'closed')),
  finding jsonb NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (request_id, number)
);

CREATE TABLE trace_closing (
  request_id uuid NOT NULL REFERENCES trace_request (id),
  number int4 NOT NULL CHECK (number > 0),
  vis int4 NOT NULL REFERENCES visibility (id),
  origin_status text NOT NULL,
  outcome text NOT NULL,
  failure text,
  point jsonb,
  why text NOT NULL CHECK (length(why) <= 500),
  closed_by uuid NOT NULL REFERENCES account (id),
  closed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (request_id, number),
  CHECK (outcome <> 'failed' OR failure IS NOT NULL)
);

-- What enters SDG indicator 16.4.2 is seen by two people.
CREATE TABLE trace_approval (
  request_id uuid NOT NULL,
  closing int4 NOT NULL,
  vis int4 NOT NULL REFERENCES visibility (id),
  approved boolean NOT NULL,
  why text NOT NULL CHECK (length(why) <= 500),
  approved_by uuid NOT NULL REFERENCES account (id),
  approved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (request_id, closing),
  FOREIGN KEY (request_id, closing) REFERENCES trace_closing (request_id, number)
);

-- Deadlines and calendar by partner; the last number of a partner counts. They hold for the whole state.
CREATE SEQUENCE trace_terms_number AS int8;
CREATE TABLE trace_terms (
  partner text NOT NULL,
  number int8 NOT NULL DEFAULT nextval('trace_terms_number'),
  terms jsonb NOT NULL,
  saved_by uuid NOT NULL REFERENCES account (id),
  saved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (partner, number)
);

-- The book of contacts; the last number of a contact counts.
CREATE TABLE trace_contact (
  id uuid NOT NULL,
  number int8 NOT NULL DEFAULT nextval('trace_terms_number'),
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  partner text,
  kind text NOT NULL CHECK (kind IN ('contact_point', 'liaison_officer', 'magistrate')),
  role text,
  contact jsonb NOT NULL,
  saved_by uuid NOT NULL REFERENCES account (id),
  saved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (id, number)
);

ALTER TABLE trace_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE trace_form ENABLE ROW LEVEL SECURITY;
ALTER TABLE trace_transition ENABLE ROW LEVEL SECURITY;
ALTER TABLE trace_reply ENABLE ROW LEVEL SECURITY;
ALTER TABLE trace_finding ENABLE ROW LEVEL SECURITY;
ALTER TABLE trace_closing ENABLE ROW LEVEL SECURITY;
ALTER TABLE trace_approval ENABLE ROW LEVEL SECURITY;
CREATE POLICY trace_request_serve ON trace_request TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY trace_request_backup ON trace_request FOR SELECT TO pm_backup USING (true);
CREATE POLICY trace_form_serve ON trace_form TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY trace_form_backup ON trace_form FOR SELECT TO pm_backup USING (true);
CREATE POLICY trace_transition_serve ON trace_transition TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY trace_transition_backup ON trace_transition FOR SELECT TO pm_backup USING (true);
CREATE POLICY trace_reply_serve ON trace_reply TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY trace_reply_backup ON trace_reply FOR SELECT TO pm_backup USING (true);
CREATE POLICY trace_finding_serve ON trace_finding TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY trace_finding_backup ON trace_finding FOR SELECT TO pm_backup USING (true);
CREATE POLICY trace_closing_serve ON trace_closing TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY trace_closing_backup ON trace_closing FOR SELECT TO pm_backup USING (true);
CREATE POLICY trace_approval_serve ON trace_approval TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY trace_approval_backup ON trace_approval FOR SELECT TO pm_backup USING (true);

GRANT SELECT ON trace_request, trace_form, trace_transition, trace_reply, trace_finding, trace_closing, trace_approval,
  trace_terms, trace_contact TO pm_serve, pm_backup;
GRANT SELECT ON SEQUENCE trace_terms_number TO pm_backup;
GRANT USAGE ON SEQUENCE trace_terms_number TO pm_serve;
-- When something came in is the database's to say.
GRANT INSERT (id, agency_id, vis, direction, parent_id, records, asker, their_id, content_hmac, opened_by)
  ON trace_request TO pm_serve;
GRANT INSERT (request_id, version, vis, partner, channel, form, message, saved_by) ON trace_form TO pm_serve;
GRANT INSERT (request_id, number, vis, state, said_at, by_account, by_partner, why) ON trace_transition TO pm_serve;
GRANT INSERT (request_id, id, number, vis, door, message, content_hmac, records, said_at, received_by)
  ON trace_reply TO pm_serve;
GRANT INSERT (request_id, number, vis, occasion, finding) ON trace_finding TO pm_serve;
GRANT INSERT (request_id, number, vis, origin_status, outcome, failure, point, why, closed_by)
  ON trace_closing TO pm_serve;
GRANT INSERT (request_id, closing, vis, approved, why, approved_by) ON trace_approval TO pm_serve;
GRANT INSERT (partner, terms, saved_by) ON trace_terms TO pm_serve;
GRANT INSERT (id, country, partner, kind, role, contact, saved_by) ON trace_contact TO pm_serve;
