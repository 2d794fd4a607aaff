-- A question to other agencies rests on a saved item: one of the asker's own records, under a reference and a law.
CREATE TABLE saved_item (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES agency (id),
  record_id uuid NOT NULL,
  reference text NOT NULL,
  basis text NOT NULL,
  asked_by uuid NOT NULL REFERENCES account (id),
  asked_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- What a handle stands for: the owner's records that fit the saved item. Only the matching process reads it; the asker
-- holds the handle and nothing else, not even how many there are.
CREATE TABLE pointer (
  handle uuid PRIMARY KEY,
  saved_item_id uuid NOT NULL REFERENCES saved_item (id),
  owner_agency_id uuid NOT NULL REFERENCES agency (id),
  -- Silent: the owner's desk is told, the asker is not.
  silent boolean NOT NULL,
  records uuid[] NOT NULL,
  given_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (saved_item_id, owner_agency_id, silent)
);

-- What waits for an agency's desk: who asked and under which reference, never the question itself.
CREATE TABLE notice (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES agency (id),
  kind text NOT NULL CHECK (kind IN ('pointer_given', 'silent_match')),
  asker_agency_id uuid NOT NULL REFERENCES agency (id),
  reference text NOT NULL,
  handle uuid NOT NULL REFERENCES pointer (handle),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX notice_agency ON notice (agency_id, created_at DESC);

GRANT SELECT, INSERT ON saved_item TO pm_serve;
GRANT SELECT ON notice TO pm_serve;
GRANT SELECT ON saved_item TO pm_match;
GRANT SELECT, INSERT ON pointer, notice TO pm_match;
GRANT SELECT ON saved_item, pointer, notice TO pm_backup;
