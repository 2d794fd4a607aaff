-- Partners in other states and agencies: whom we know, what was agreed, what was sent and received. All of it is the
-- nation's and no agency's, so that no row bears a visibility class; roles decide who reads it. Private keys stand in the
-- keys folder alone.

INSERT INTO account (id, name, kind)
SELECT gen_random_uuid(), 'exchange process', 'process' WHERE EXISTS (SELECT FROM installation);

CREATE TABLE partner (
  -- What the node calls itself: `XB`, `XB-CUSTOMS`.
  short text PRIMARY KEY CHECK (short ~ '^[A-Z]{2}(-[A-Z0-9]{1,12})?$'),
  name text NOT NULL,
  country text NOT NULL,
  -- Null: by files alone.
  endpoint text,
  -- [{"agency", "unit", "email", "telephone", "verified"}]
  contacts jsonb NOT NULL,
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'suspended', 'ended')),
  -- After a restore nothing is sent until the partner told what it has.
  reconciled boolean NOT NULL DEFAULT true,
  added_by uuid NOT NULL REFERENCES account (id),
  added_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE partner_certificate (
  -- SHA-256 of the DER certificate, in hexadecimal digits. One certificate is one partner's.
  fingerprint text PRIMARY KEY CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  partner text NOT NULL REFERENCES partner (short),
  added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  revoked_at timestamptz
);
CREATE INDEX partner_certificate_partner ON partner_certificate (partner);

CREATE TABLE partner_key (
  partner text NOT NULL REFERENCES partner (short),
  use text NOT NULL CHECK (use IN ('message', 'envelope')),
  key bytea NOT NULL CHECK (length(key) = 32),
  valid_from timestamptz,
  valid_to timestamptz,
  added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  revoked_at timestamptz,
  PRIMARY KEY (partner, use, key)
);
-- A key that spoke for one partner never speaks for another.
CREATE UNIQUE INDEX partner_key_key ON partner_key (use, key);

CREATE TABLE agreement (
  partner text NOT NULL REFERENCES partner (short),
  version int4 NOT NULL CHECK (version > 0),
  terms jsonb NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  review_on date NOT NULL,
  made_by uuid NOT NULL REFERENCES account (id),
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (partner, version)
);

CREATE SEQUENCE outbox_number AS int8;
CREATE TABLE outbox_message (
  id uuid PRIMARY KEY,
  -- The order in which messages about one matter are sent.
  number int8 NOT NULL UNIQUE DEFAULT nextval('outbox_number'),
  partner text NOT NULL REFERENCES partner (short),
  kind text NOT NULL,
  -- The matter: what comes later about it waits for what came before.
  about text,
  body bytea NOT NULL,
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'acknowledged', 'dead', 'given_up')),
  attempts int4 NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  last_reason text,
  -- The partner's: a compact JWS.
  receipt text,
  created_by uuid NOT NULL REFERENCES account (id),
  created_at timestamptz NOT NULL,
  acknowledged_at timestamptz,
  CHECK ((state = 'acknowledged') = (receipt IS NOT NULL)),
  CHECK ((state = 'acknowledged') = (acknowledged_at IS NOT NULL))
);
CREATE INDEX outbox_message_due ON outbox_message (next_attempt_at) WHERE state = 'waiting';
CREATE INDEX outbox_message_about ON outbox_message (partner, about, number) WHERE state IN ('waiting', 'dead');
CREATE INDEX outbox_message_partner ON outbox_message (partner, number);

CREATE SEQUENCE inbox_number AS int8;
CREATE TABLE inbox_message (
  -- Chosen by the partner: another's may be the same.
  partner text NOT NULL REFERENCES partner (short),
  id uuid NOT NULL,
  number int8 NOT NULL UNIQUE DEFAULT nextval('inbox_number'),
  kind text NOT NULL,
  about text,
  body bytea NOT NULL,
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  -- Detached, over these very bytes.
  signature text NOT NULL,
  sent_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('stored', 'taken', 'failed', 'refused')),
  reason text,
  attempts int4 NOT NULL DEFAULT 0,
  taken_at timestamptz,
  -- Ours, as it went back; none where it was refused.
  receipt text,
  PRIMARY KEY (partner, id),
  CHECK ((state = 'refused') = (receipt IS NULL)),
  CHECK ((state = 'taken') = (taken_at IS NOT NULL))
);
CREATE INDEX inbox_message_waiting ON inbox_message (number) WHERE state = 'stored';
CREATE INDEX inbox_message_about ON inbox_message (partner, about, number) WHERE state IN ('stored', 'failed');
CREATE INDEX inbox_message_partner ON inbox_message (partner, number);
CREATE INDEX inbox_message_day ON inbox_message (partner, received_at);

-- What became of each message at each attempt, on either way. Of one whose signature was wrong the bytes are not kept.
CREATE SEQUENCE delivery_number AS int8;
CREATE TABLE delivery (
  number int8 PRIMARY KEY DEFAULT nextval('delivery_number'),
  partner text NOT NULL REFERENCES partner (short),
  direction text NOT NULL CHECK (direction IN ('out', 'in')),
  message_id uuid,
  kind text,
  sha256 bytea,
  reason text NOT NULL,
  -- Done by a person; null: by itself.
  account_id uuid REFERENCES account (id),
  at timestamptz NOT NULL
);
CREATE INDEX delivery_partner ON delivery (partner, at);
CREATE INDEX delivery_message ON delivery (message_id) WHERE message_id IS NOT NULL;

-- What may be given to a partner on a subject, beside the agreement, until a day.
CREATE TABLE sharing_grant (
  id uuid PRIMARY KEY,
  partner text NOT NULL REFERENCES partner (short),
  data_class text NOT NULL,
  subject text NOT NULL,
  granted_by uuid NOT NULL REFERENCES account (id),
  granted_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_by uuid REFERENCES account (id),
  revoked_at timestamptz,
  -- By which the partner was told; its receipt stands there.
  revocation_id uuid REFERENCES outbox_message (id),
  CHECK (expires_at > granted_at),
  CHECK ((revoked_by IS NULL) = (revoked_at IS NULL)),
  CHECK ((revocation_id IS NULL) = (revoked_at IS NULL))
);
CREATE INDEX sharing_grant_subject ON sharing_grant (partner, subject);

-- Who was told what directly, so that a correction reaches them all (Directive (EU) 2016/680, article 7).
CREATE TABLE dissemination (
  subject text NOT NULL,
  message_id uuid NOT NULL REFERENCES outbox_message (id),
  partner text NOT NULL REFERENCES partner (short),
  told_at timestamptz NOT NULL,
  PRIMARY KEY (subject, message_id)
);
CREATE TABLE correction (
  id uuid PRIMARY KEY,
  subject text NOT NULL,
  said jsonb NOT NULL,
  made_by uuid NOT NULL REFERENCES account (id),
  made_at timestamptz NOT NULL
);
CREATE INDEX correction_subject ON correction (subject);
CREATE TABLE correction_notice (
  correction_id uuid NOT NULL REFERENCES correction (id),
  partner text NOT NULL REFERENCES partner (short),
  message_id uuid NOT NULL REFERENCES outbox_message (id),
  PRIMARY KEY (correction_id, partner)
);

GRANT SELECT, INSERT ON partner, partner_certificate, partner_key, agreement, outbox_message, inbox_message, delivery,
  sharing_grant, dissemination, correction, correction_notice TO pm_serve;
GRANT SELECT ON partner, partner_certificate, partner_key, agreement, outbox_message, inbox_message, delivery,
  sharing_grant, dissemination, correction, correction_notice TO pm_backup;
GRANT USAGE ON SEQUENCE outbox_number, inbox_number, delivery_number TO pm_serve;
GRANT SELECT ON SEQUENCE outbox_number, inbox_number, delivery_number TO pm_backup;
-- What was said and agreed stays: bytes, hashes, signatures and terms are never written again.
GRANT UPDATE (name, endpoint, contacts, state, reconciled) ON partner TO pm_serve;
GRANT UPDATE (revoked_at) ON partner_certificate TO pm_serve;
GRANT UPDATE (valid_to, revoked_at) ON partner_key TO pm_serve;
GRANT UPDATE (state, attempts, next_attempt_at, last_reason, receipt, acknowledged_at) ON outbox_message TO pm_serve;
GRANT UPDATE (state, reason, attempts, taken_at, receipt) ON inbox_message TO pm_serve;
GRANT UPDATE (revoked_by, revoked_at, revocation_id) ON sharing_grant TO pm_serve;
