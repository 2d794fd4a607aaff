-- Models by which records are weighed: learned from open sources, or brought in as a file. None is ever changed or
-- deleted, since evidence bears the version of the one that measured it.
CREATE TABLE learned_model (
  -- Made of what it says: the same model is the same row, whoever learned it.
  version text PRIMARY KEY CHECK (version ~ '^m-[0-9a-f]{16}$'),
  content jsonb NOT NULL,
  origin text NOT NULL CHECK (origin IN ('learned', 'file')),
  -- Of a file: who approved it elsewhere, as the file says. Here that counts for nothing.
  approved_elsewhere jsonb NOT NULL,
  proposed_by uuid NOT NULL REFERENCES account (id),
  agency_id uuid REFERENCES agency (id),
  proposed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- The model that stands is the one that was approved last; going back to an earlier one is an approval like any other.
CREATE TABLE model_approval (
  number int8 PRIMARY KEY,
  -- Of a learned model, or of the start model, which no table holds.
  version text NOT NULL,
  approved_by uuid NOT NULL REFERENCES account (id),
  agency_id uuid REFERENCES agency (id),
  approved_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- A batch of no records stands for all: whoever approves a model sees few of those that are to be measured anew.
COMMENT ON COLUMN match_queue.records IS 'empty: every record that stands';

GRANT SELECT ON learned_model, model_approval TO pm_serve, pm_match, pm_backup;
GRANT INSERT (version, content, origin, approved_elsewhere, proposed_by, agency_id) ON learned_model TO pm_serve;
GRANT INSERT (number, version, approved_by, agency_id) ON model_approval TO pm_serve;
