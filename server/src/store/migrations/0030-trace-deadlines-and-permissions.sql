-- Requests that nobody answered expire in a name of their own.
INSERT INTO account (id, name, kind)
SELECT gen_random_uuid(), 'trace deadlines', 'process' WHERE EXISTS (SELECT FROM installation);

-- What an originator permits beyond its codes: that a request that came, or a reply, is used in court or passed on. By whom
-- it was permitted, since when and under which reference. What was said stays as it came; of a message and an audience the
-- last row counts.
CREATE TABLE trace_permission (
  request_id uuid NOT NULL REFERENCES trace_request (id),
  -- As the message calls itself.
  message uuid NOT NULL,
  audience text NOT NULL CHECK (audience IN ('agency', 'onward', 'court')),
  number int4 NOT NULL CHECK (number > 0),
  vis int4 NOT NULL REFERENCES visibility (id),
  permitted boolean NOT NULL,
  given_by text NOT NULL CHECK (length(given_by) BETWEEN 1 AND 120),
  given_on date NOT NULL,
  -- The last day on which it holds; null without end.
  until date,
  reference text NOT NULL CHECK (length(reference) BETWEEN 1 AND 120),
  noted_by uuid NOT NULL REFERENCES account (id),
  noted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (request_id, message, audience, number)
);
ALTER TABLE trace_permission ENABLE ROW LEVEL SECURITY;
CREATE POLICY trace_permission_serve ON trace_permission TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY trace_permission_backup ON trace_permission FOR SELECT TO pm_backup USING (true);
GRANT SELECT ON trace_permission TO pm_serve, pm_backup;
GRANT INSERT (request_id, message, audience, number, vis, permitted, given_by, given_on, until, reference, noted_by)
  ON trace_permission TO pm_serve;

-- A finding that was kept moves only when a person says so, and moves back when that is taken back.
ALTER TABLE trace_finding DROP CONSTRAINT trace_finding_occasion_check;
ALTER TABLE trace_finding ADD CONSTRAINT trace_finding_occasion_check
  CHECK (occasion IN ('drafted', 'sent', 'replied', 'closed', 'confirmed', 'taken_back'));
ALTER TABLE trace_finding ADD COLUMN kept_by uuid REFERENCES account (id);
-- Of a confirmation: the verdicts that were given with it, so that they are taken back with it.
ALTER TABLE trace_finding ADD COLUMN verdicts jsonb;
GRANT INSERT (kept_by, verdicts) ON trace_finding TO pm_serve;
