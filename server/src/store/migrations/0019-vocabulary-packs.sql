-- Names that no table has, and packs of decisions that states give each other.

-- A pack as it came: another's decisions, of which an agency takes over what it will. Never a record, never a person.
CREATE TABLE vocabulary_pack (
  -- The moment in milliseconds, as of a decision.
  id int8 PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES agency (id),
  name text NOT NULL,
  -- Whose decisions they are, as the file says.
  state text,
  keeper text NOT NULL,
  licence text NOT NULL,
  provenance text NOT NULL,
  made_on date NOT NULL,
  tables int4 NOT NULL,
  sha256 text NOT NULL,
  imported_by uuid NOT NULL REFERENCES account (id),
  imported_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  taken_back_by uuid REFERENCES account (id),
  taken_back_at timestamptz,
  CHECK ((taken_back_by IS NULL) = (taken_back_at IS NULL))
);
CREATE INDEX vocabulary_pack_agency ON vocabulary_pack (agency_id, id);

CREATE TABLE vocabulary_pack_row (
  pack_id int8 NOT NULL REFERENCES vocabulary_pack (id),
  -- From 1, as the file lists them.
  row int4 NOT NULL CHECK (row > 0),
  field text NOT NULL,
  stated text NOT NULL,
  make text,
  code text,
  said text,
  name text,
  country text,
  -- How many records stood behind it there, as a rounded class.
  records text,
  -- Why it can never be taken over; such a row holds no more of the file than can be shown.
  fault text,
  PRIMARY KEY (pack_id, row)
);

ALTER TABLE vocabulary_decision
  -- Where no table has what a text names: its name, of which the code is made, and the state in which a make makes.
  ADD COLUMN name text CHECK (name IS NULL OR code IS NOT NULL),
  ADD COLUMN country text CHECK (country IS NULL OR name IS NOT NULL),
  -- The pack that it was taken over from.
  ADD COLUMN pack_id int8 REFERENCES vocabulary_pack (id),
  -- Records that waited by this text when it was decided on; null where that was not counted.
  ADD COLUMN records int8 CHECK (records >= 0);
CREATE INDEX vocabulary_decision_pack ON vocabulary_decision (pack_id) WHERE pack_id IS NOT NULL;
CREATE INDEX vocabulary_decision_text ON vocabulary_decision (agency_id, field, text_key, id);

GRANT SELECT ON vocabulary_pack, vocabulary_pack_row TO pm_serve, pm_backup;
GRANT INSERT ON vocabulary_pack, vocabulary_pack_row TO pm_serve;
GRANT UPDATE (taken_back_by, taken_back_at) ON vocabulary_pack TO pm_serve;
