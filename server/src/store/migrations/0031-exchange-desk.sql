-- What partners tell of what was not right, of their keys, and of what they stopped; and when each told last what it has.

ALTER TABLE partner ADD COLUMN reconciled_at timestamptz;
GRANT UPDATE (reconciled_at) ON partner TO pm_serve;

-- A partner's correction: which of its messages it is about. What it says stands in the message alone.
CREATE TABLE received_correction (
  partner text NOT NULL REFERENCES partner (short),
  message uuid NOT NULL,
  corrected uuid NOT NULL,
  erase boolean NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (partner, message, corrected)
);
CREATE INDEX received_correction_corrected ON received_correction (partner, corrected);

-- What was done about it at a trace that rests on what was corrected.
CREATE TABLE correction_settlement (
  trace_id uuid NOT NULL REFERENCES trace_request (id),
  partner text NOT NULL REFERENCES partner (short),
  message uuid NOT NULL,
  vis int4 NOT NULL REFERENCES visibility (id),
  act text NOT NULL,
  note text NOT NULL CHECK (length(note) <= 500),
  settled_by uuid NOT NULL REFERENCES account (id),
  settled_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (trace_id, partner, message)
);
ALTER TABLE correction_settlement ENABLE ROW LEVEL SECURITY;
CREATE POLICY correction_settlement_serve ON correction_settlement TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY correction_settlement_backup ON correction_settlement FOR SELECT TO pm_backup USING (true);

-- Keys of ours that are to take the place of others, to whom they were told, and what each partner's people said to them.
CREATE TABLE key_change (
  id uuid PRIMARY KEY,
  what text NOT NULL CHECK (what IN ('node', 'ledger')),
  statement jsonb NOT NULL,
  made_by uuid NOT NULL REFERENCES account (id),
  made_at timestamptz NOT NULL,
  switched_at timestamptz
);
CREATE TABLE key_change_notice (
  change_id uuid NOT NULL REFERENCES key_change (id),
  partner text NOT NULL REFERENCES partner (short),
  message_id uuid NOT NULL REFERENCES outbox_message (id),
  answer text CHECK (answer IN ('taken', 'refused')),
  answered_at timestamptz,
  PRIMARY KEY (change_id, partner),
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);
-- Those of partners, until a person here has looked.
CREATE TABLE offered_key_change (
  partner text NOT NULL REFERENCES partner (short),
  message uuid NOT NULL,
  change_id uuid NOT NULL,
  what text NOT NULL CHECK (what IN ('node', 'ledger')),
  statement jsonb NOT NULL,
  offered_at timestamptz NOT NULL,
  verdict text CHECK (verdict IN ('taken', 'refused')),
  decided_by uuid REFERENCES account (id),
  decided_at timestamptz,
  PRIMARY KEY (partner, message),
  CHECK ((verdict IS NULL) = (decided_by IS NULL)),
  CHECK ((verdict IS NULL) = (decided_at IS NULL))
);

-- A ledger of a partner whose key was followed by another: what the earlier ones signed is still held against it.
ALTER TABLE witnessed_ledger ADD COLUMN earlier_keys text[] NOT NULL DEFAULT '{}';
GRANT UPDATE (ledger_key, earlier_keys) ON witnessed_ledger TO pm_serve;

-- The certificates that this node has shown, so that it is seen in time when the last of them ends.
CREATE TABLE own_certificate (
  fingerprint text PRIMARY KEY CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  ends_at timestamptz NOT NULL,
  since timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- A partner that said that it answers no more of a class of data, until it says otherwise.
CREATE TABLE told_stop (
  partner text NOT NULL REFERENCES partner (short),
  data_class text NOT NULL,
  message uuid NOT NULL,
  since timestamptz NOT NULL,
  lifted_at timestamptz,
  PRIMARY KEY (partner, data_class)
);

GRANT SELECT, INSERT ON received_correction, correction_settlement, key_change, key_change_notice, offered_key_change,
  own_certificate, told_stop TO pm_serve;
GRANT SELECT ON received_correction, correction_settlement, key_change, key_change_notice, offered_key_change,
  own_certificate, told_stop TO pm_backup;
GRANT UPDATE (switched_at) ON key_change TO pm_serve;
GRANT UPDATE (answer, answered_at) ON key_change_notice TO pm_serve;
GRANT UPDATE (verdict, decided_by, decided_at) ON offered_key_change TO pm_serve;
GRANT UPDATE (message, since, lifted_at) ON told_stop TO pm_serve;
