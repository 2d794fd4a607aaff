-- The officer of a silent side says that nobody is brought together, and why. It answers one telling: where the same two meet
-- again after its time, nothing was said of that yet.
CREATE TABLE deconfliction_declined (
  handle uuid NOT NULL REFERENCES deconfliction_meeting (handle),
  agency_id uuid NOT NULL REFERENCES agency (id),
  told_at timestamptz NOT NULL,
  vis int4 NOT NULL REFERENCES visibility (id),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
  declined_by uuid NOT NULL REFERENCES account (id),
  declined_at timestamptz NOT NULL,
  PRIMARY KEY (handle, agency_id, told_at)
);
ALTER TABLE deconfliction_declined ENABLE ROW LEVEL SECURITY;
CREATE POLICY deconfliction_declined_serve ON deconfliction_declined TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY deconfliction_declined_backup ON deconfliction_declined FOR SELECT TO pm_backup USING (true);
GRANT SELECT, INSERT ON deconfliction_declined TO pm_serve;
GRANT SELECT ON deconfliction_declined TO pm_backup;
-- An officer whose time is over is told anew where the same two meet again.
GRANT UPDATE (told_at) ON deconfliction_told TO pm_match;
