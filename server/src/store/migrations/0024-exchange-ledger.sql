-- The ledger of exchange: a second tree, over the hashes of what was exchanged. No content and no person stands in it.
-- A command inserts its entry in its own transaction; the log process alone gives it a place in the tree.
CREATE TABLE exchange_entry (
  id uuid PRIMARY KEY,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  direction text NOT NULL CHECK (direction IN ('outgoing', 'incoming')),
  -- Short name; null for what is kept or published for no partner in particular.
  partner text CHECK (length(partner) BETWEEN 1 AND 200),
  -- Identifier of the message, filter, key or package.
  message text NOT NULL CHECK (length(message) BETWEEN 1 AND 200),
  kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 200),
  hash bytea NOT NULL CHECK (length(hash) = 32)
);
CREATE INDEX exchange_entry_message ON exchange_entry (message);

CREATE TABLE exchange_queue (
  entry_id uuid PRIMARY KEY
);

CREATE TABLE exchange_leaf (
  index int8 PRIMARY KEY,
  entry_id uuid NOT NULL UNIQUE,
  leaf_hash bytea NOT NULL CHECK (length(leaf_hash) = 32)
);

CREATE TABLE exchange_frontier (
  singleton int4 PRIMARY KEY CHECK (singleton = 1),
  size int8 NOT NULL,
  hashes bytea[] NOT NULL
);

CREATE TABLE exchange_checkpoint (
  size int8 PRIMARY KEY,
  note text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE exchange_ledger_key (
  key text PRIMARY KEY,
  since timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Partners as witnesses of our ledger: by which key they cosign, up to which size they hold it, what they were sent.
CREATE TABLE exchange_witness (
  partner text PRIMARY KEY,
  cosigner_key text,
  holds int8 NOT NULL DEFAULT 0 CHECK (holds >= 0),
  sent_size int8,
  sent_at timestamptz
);

CREATE TABLE exchange_cosignature (
  size int8 NOT NULL,
  partner text NOT NULL,
  line text NOT NULL,
  -- By the witness's own clock.
  cosigned_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (size, partner)
);

-- We as a witness of partners' ledgers: whose key signs which, every checkpoint taken, and those refused.
CREATE TABLE witnessed_ledger (
  partner text PRIMARY KEY,
  origin text NOT NULL UNIQUE,
  ledger_key text NOT NULL,
  since timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE witnessed_checkpoint (
  partner text NOT NULL,
  size int8 NOT NULL,
  note text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Given by the log process, which holds the key.
  cosignature text,
  cosigner_key text,
  answered_at timestamptz,
  PRIMARY KEY (partner, size),
  CHECK ((cosignature IS NULL) = (cosigner_key IS NULL))
);

-- Both checkpoints, so that anybody can be shown what was refused and why.
CREATE TABLE witness_refusal (
  id uuid PRIMARY KEY,
  partner text NOT NULL,
  reason text NOT NULL,
  held text,
  offered text NOT NULL,
  older int8 NOT NULL,
  proof text[] NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  answered_at timestamptz
);
CREATE INDEX witness_refusal_partner ON witness_refusal (partner, recorded_at);

-- A partner's refusal of a checkpoint of ours, with what it holds signed by us.
CREATE TABLE exchange_dispute (
  id uuid PRIMARY KEY,
  partner text NOT NULL,
  reason text NOT NULL,
  size int8 NOT NULL,
  held text,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

GRANT INSERT ON exchange_entry, exchange_queue TO pm_serve, pm_log;
GRANT SELECT ON exchange_entry, exchange_queue, exchange_leaf, exchange_frontier, exchange_checkpoint, exchange_ledger_key,
  exchange_witness, exchange_cosignature, witnessed_ledger, witnessed_checkpoint, witness_refusal, exchange_dispute
  TO pm_log, pm_backup;
GRANT SELECT ON exchange_entry, exchange_leaf, exchange_checkpoint, exchange_ledger_key, exchange_witness,
  exchange_cosignature, witnessed_ledger, witnessed_checkpoint, witness_refusal, exchange_dispute TO pm_serve;
GRANT DELETE ON exchange_queue TO pm_log;
GRANT INSERT ON exchange_leaf, exchange_frontier, exchange_checkpoint, exchange_ledger_key TO pm_log;
GRANT UPDATE ON exchange_frontier TO pm_log;
GRANT UPDATE (cosignature, cosigner_key) ON witnessed_checkpoint TO pm_log;
GRANT INSERT ON exchange_witness, exchange_cosignature, witnessed_ledger, witnessed_checkpoint, witness_refusal,
  exchange_dispute TO pm_serve;
GRANT UPDATE ON exchange_witness TO pm_serve;
GRANT UPDATE (answered_at) ON witnessed_checkpoint, witness_refusal TO pm_serve;

-- The book of contacts also holds central authorities, and who is no longer to be asked.
ALTER TABLE trace_contact DROP CONSTRAINT trace_contact_kind_check;
ALTER TABLE trace_contact ADD CONSTRAINT trace_contact_kind_check
  CHECK (kind IN ('contact_point', 'liaison_officer', 'magistrate', 'central_authority'));
ALTER TABLE trace_contact ADD COLUMN removed boolean NOT NULL DEFAULT false;
GRANT INSERT (removed) ON trace_contact TO pm_serve;
