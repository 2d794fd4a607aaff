-- What was scanned by mistake, and a campaign of destruction that was given up: rows that stand beside what they take back.

CREATE TABLE stocktake_scan_withdrawal (
  scan_id uuid PRIMARY KEY REFERENCES stocktake_scan (id),
  stocktake_id uuid NOT NULL REFERENCES stocktake (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  withdrawn_by uuid NOT NULL REFERENCES account (id),
  withdrawn_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX stocktake_scan_withdrawal_of ON stocktake_scan_withdrawal (stocktake_id);

CREATE TABLE disposal_withdrawal (
  disposal_id uuid PRIMARY KEY REFERENCES disposal (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  why text NOT NULL CHECK (length(why) BETWEEN 1 AND 500),
  withdrawn_by uuid NOT NULL REFERENCES account (id),
  withdrawn_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

ALTER TABLE stocktake_scan_withdrawal ENABLE ROW LEVEL SECURITY;
ALTER TABLE disposal_withdrawal ENABLE ROW LEVEL SECURITY;
CREATE POLICY stocktake_scan_withdrawal_serve ON stocktake_scan_withdrawal TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY stocktake_scan_withdrawal_backup ON stocktake_scan_withdrawal FOR SELECT TO pm_backup USING (true);
CREATE POLICY disposal_withdrawal_serve ON disposal_withdrawal TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY disposal_withdrawal_backup ON disposal_withdrawal FOR SELECT TO pm_backup USING (true);

GRANT SELECT ON stocktake_scan_withdrawal, disposal_withdrawal TO pm_serve, pm_backup;
GRANT INSERT (scan_id, stocktake_id, vis, withdrawn_by) ON stocktake_scan_withdrawal TO pm_serve;
GRANT INSERT (disposal_id, vis, why, withdrawn_by) ON disposal_withdrawal TO pm_serve;

CREATE INDEX stocktake_storage ON stocktake (storage_id);
