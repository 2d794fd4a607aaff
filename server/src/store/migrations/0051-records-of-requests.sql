-- Which requests are about a record, so that they are found by equality: no overlap of arrays uses an index under row-level
-- security. Rows are added with a request and never changed, as its records are.
CREATE TABLE trace_record (
  record_id uuid NOT NULL,
  request_id uuid NOT NULL REFERENCES trace_request (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  PRIMARY KEY (record_id, request_id)
);

-- What was opened before.
INSERT INTO trace_record (record_id, request_id, vis)
SELECT DISTINCT about.record_id, r.id, r.vis FROM trace_request r CROSS JOIN unnest(r.records) AS about (record_id);

ALTER TABLE trace_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY trace_record_serve ON trace_record TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY trace_record_backup ON trace_record FOR SELECT TO pm_backup USING (true);
GRANT SELECT ON trace_record TO pm_serve, pm_backup;
GRANT INSERT (record_id, request_id, vis) ON trace_record TO pm_serve;
