-- The hash of a meeting's pair holds the key of what was asked: once nothing of it stands it gives way to chance.
ALTER TABLE deconfliction_meeting ADD COLUMN forgotten_at timestamptz;
CREATE INDEX deconfliction_meeting_known ON deconfliction_meeting (handle) WHERE forgotten_at IS NULL;
GRANT UPDATE (pair, forgotten_at) ON deconfliction_meeting TO pm_match;
