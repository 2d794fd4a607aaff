-- How somebody laid out a graph, kept with its case as versions: whoever rearranges one that was rearranged meanwhile adds
-- a version beside it, and neither is lost. A layout names nodes and says nothing of them.
CREATE TABLE case_graph (
  case_id uuid NOT NULL REFERENCES case_file (id),
  -- Chosen by the client.
  id uuid NOT NULL,
  version int4 NOT NULL CHECK (version > 0),
  vis int4 NOT NULL REFERENCES visibility (id),
  -- The version that was rearranged; 0: none.
  base int4 NOT NULL CHECK (base >= 0 AND base < version),
  layout jsonb NOT NULL,
  content_hmac bytea NOT NULL CHECK (length(content_hmac) = 32),
  saved_by uuid NOT NULL REFERENCES account (id),
  saved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (case_id, id, version)
);

ALTER TABLE case_graph ENABLE ROW LEVEL SECURITY;
CREATE POLICY case_graph_serve ON case_graph TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY case_graph_backup ON case_graph FOR SELECT TO pm_backup USING (true);
GRANT SELECT, INSERT ON case_graph TO pm_serve;
GRANT UPDATE (vis) ON case_graph TO pm_serve;
GRANT SELECT ON case_graph TO pm_backup;
