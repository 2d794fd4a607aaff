-- Known or not known: what partners may ask about without naming it, what they asked, and what we asked of them. No row
-- says which firearm: that stands in the erasable body of the asker's entry of the access log alone. Keys stand in a
-- folder of their own, outside of every backup.

-- A partner that is an agency of this installation: the same door within one state.
CREATE TABLE partner_agency (
  partner text PRIMARY KEY REFERENCES partner (short),
  agency_id uuid NOT NULL UNIQUE REFERENCES agency (id)
);

-- What was published to a partner. `holder`: the node, or the partner's name of an agency of it.
CREATE TABLE private_epoch (
  id uuid PRIMARY KEY,
  holder text NOT NULL,
  partner text NOT NULL REFERENCES partner (short),
  data_class text NOT NULL,
  name text NOT NULL,
  begins_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > begins_at AND ends_at <= begins_at + interval '31 days'),
  contact jsonb NOT NULL,
  -- The law that allows a whole register to be asked about.
  law text,
  published_by uuid NOT NULL REFERENCES account (id),
  stopped_at timestamptz,
  UNIQUE (holder, partner, data_class, name)
);

CREATE TABLE private_filter (
  epoch_id uuid NOT NULL REFERENCES private_epoch (id),
  kind text NOT NULL,
  -- 0: the whole; from 1 on what was added since.
  number int4 NOT NULL CHECK (number >= 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  public_key bytea NOT NULL CHECK (length(public_key) = 32),
  content bytea NOT NULL,
  -- The last version of a record that it was built from.
  up_to int8 NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (epoch_id, kind, number)
);
CREATE INDEX private_filter_hash ON private_filter (sha256);

-- Evaluations that a partner asked for on a day, pads included.
CREATE TABLE private_count (
  holder text NOT NULL,
  partner text NOT NULL REFERENCES partner (short),
  data_class text NOT NULL,
  kind text NOT NULL,
  day date NOT NULL,
  evaluations int8 NOT NULL CHECK (evaluations >= 0),
  PRIMARY KEY (holder, partner, data_class, kind, day)
);

-- What was evaluated for whom: of the asker's case an opaque handle, and the law by its code.
CREATE TABLE private_evaluation (
  partner text NOT NULL REFERENCES partner (short),
  handle uuid NOT NULL,
  epoch_id uuid NOT NULL REFERENCES private_epoch (id),
  kind text NOT NULL,
  basis text NOT NULL,
  evaluations int4 NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (partner, handle)
);

-- A partner that is stopped for a class of data, until that is taken back.
CREATE TABLE private_stop (
  id uuid PRIMARY KEY,
  holder text NOT NULL,
  partner text NOT NULL REFERENCES partner (short),
  data_class text NOT NULL,
  reason text NOT NULL,
  stopped_by uuid NOT NULL REFERENCES account (id),
  stopped_at timestamptz NOT NULL,
  lifted_by uuid REFERENCES account (id),
  lifted_at timestamptz,
  CHECK ((lifted_by IS NULL) = (lifted_at IS NULL))
);
CREATE UNIQUE INDEX private_stop_standing ON private_stop (holder, partner, data_class) WHERE lifted_at IS NULL;

CREATE TABLE private_alarm (
  holder text NOT NULL,
  partner text NOT NULL REFERENCES partner (short),
  data_class text NOT NULL,
  kind text NOT NULL,
  rule text NOT NULL,
  day date NOT NULL,
  used int8 NOT NULL,
  quota int8 NOT NULL,
  PRIMARY KEY (holder, partner, data_class, kind, rule, day)
);

-- Filters that partners published to us. `asker`: the node, or the partner's name of an agency of it.
CREATE TABLE private_received (
  partner text NOT NULL REFERENCES partner (short),
  asker text NOT NULL,
  data_class text NOT NULL,
  epoch text NOT NULL,
  kind text NOT NULL,
  number int4 NOT NULL,
  sha256 text NOT NULL,
  content bytea NOT NULL,
  contact jsonb NOT NULL,
  begins_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (partner, asker, data_class, epoch, kind, number)
);

-- What was asked of partners: under which case, never of which firearm.
CREATE TABLE private_ask (
  handle uuid PRIMARY KEY,
  partner text NOT NULL REFERENCES partner (short),
  data_class text NOT NULL,
  kind text NOT NULL,
  epoch text,
  agency_id uuid REFERENCES agency (id),
  asked_by uuid NOT NULL REFERENCES account (id),
  reference text NOT NULL,
  basis text NOT NULL,
  asked_at timestamptz NOT NULL,
  known boolean,
  why text,
  answered_at timestamptz,
  CHECK ((why IS NULL) = (answered_at IS NULL))
);
CREATE INDEX private_ask_agency ON private_ask (agency_id, asked_at);

GRANT SELECT ON partner_agency, private_epoch, private_filter, private_count, private_evaluation, private_stop,
  private_alarm, private_received, private_ask TO pm_serve, pm_backup;
GRANT INSERT ON partner_agency, private_epoch, private_filter, private_count, private_evaluation, private_stop,
  private_alarm, private_received, private_ask TO pm_serve;
GRANT UPDATE (stopped_at) ON private_epoch TO pm_serve;
GRANT UPDATE (evaluations) ON private_count TO pm_serve;
GRANT UPDATE (lifted_by, lifted_at) ON private_stop TO pm_serve;
GRANT UPDATE (known, why, answered_at) ON private_ask TO pm_serve;
-- An epoch that is over says nothing any more, and its filters are taken away.
GRANT DELETE ON private_filter, private_received TO pm_serve;
