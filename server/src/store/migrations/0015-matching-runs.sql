-- A matching run looks at every standing record anew. Any number of processes share its partitions, and none is lost with
-- whoever held it. Runs and partitions are local to one PostgreSQL and tell of no record but where a stretch begins.
CREATE TABLE match_run (
  id uuid PRIMARY KEY,
  -- The frozen model by which it measures; with another one a new run begins.
  model text NOT NULL,
  begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Nobody takes a partition until it is gone on with.
  stopped_at timestamptz,
  finished_at timestamptz,
  -- Another run began in its place.
  superseded_at timestamptz,
  -- Rows of the waiting line that were there when it began: it does their work, and takes them away when it is finished.
  covers int8[] NOT NULL,
  -- Classes that were to be asked again when it began: it asks them anyway.
  again int4[] NOT NULL,
  CHECK (finished_at IS NULL OR superseded_at IS NULL)
);
CREATE UNIQUE INDEX match_run_open ON match_run ((true)) WHERE finished_at IS NULL AND superseded_at IS NULL;
CREATE INDEX match_run_finished ON match_run (finished_at);

-- A stretch of the records that ask, by their identifiers, both ends included. Whoever holds it renews until when; after
-- that it is anybody's.
CREATE TABLE match_partition (
  run_id uuid NOT NULL REFERENCES match_run (id),
  number int4 NOT NULL,
  first_record uuid NOT NULL,
  last_record uuid NOT NULL,
  holder uuid,
  held_until timestamptz,
  done_at timestamptz,
  PRIMARY KEY (run_id, number),
  CHECK ((holder IS NULL) = (held_until IS NULL))
);

-- What a run counted for the records of one class that looked into another. Who may read both classes may read it, so
-- that no count tells of what is hidden.
CREATE TABLE match_run_tally (
  run_id uuid NOT NULL,
  vis int4 NOT NULL REFERENCES visibility (id),
  other_vis int4 NOT NULL REFERENCES visibility (id),
  -- Records that looked; what they looked at by equal marks, the near path and the wide path; how many of them were not
  -- shown all that shares a number with them.
  asked int8 NOT NULL,
  equal int8 NOT NULL,
  near int8 NOT NULL,
  wide int8 NOT NULL,
  bounded int8 NOT NULL,
  -- Pairs of which the evidence is new or changed, under the smaller class first.
  written int8 NOT NULL,
  PRIMARY KEY (run_id, vis, other_vis)
);

ALTER TABLE match_run_tally ENABLE ROW LEVEL SECURITY;
CREATE POLICY match_run_tally_serve ON match_run_tally TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[])
    AND other_vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[])
    AND other_vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY match_run_tally_match ON match_run_tally TO pm_match USING (true) WITH CHECK (true);
CREATE POLICY match_run_tally_backup ON match_run_tally FOR SELECT TO pm_backup USING (true);

GRANT SELECT ON match_run, match_partition, match_run_tally TO pm_backup;
GRANT SELECT (id, finished_at) ON match_run TO pm_serve;
GRANT SELECT ON match_run_tally TO pm_serve;
GRANT SELECT, INSERT, UPDATE ON match_run, match_run_tally TO pm_match;
GRANT SELECT, INSERT, UPDATE, DELETE ON match_partition TO pm_match;
