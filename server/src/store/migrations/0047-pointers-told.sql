-- What an agency was told of a firearm by a pointer is kept for those who may read it, as what deconfliction told is: whom to
-- ask and under which handle, and nothing of what the handle stands for.
CREATE TABLE pointer_told (
  handle uuid PRIMARY KEY REFERENCES pointer (handle),
  -- The asking agency's own.
  vis int4 NOT NULL REFERENCES visibility (id),
  agency_id uuid NOT NULL REFERENCES agency (id),
  -- On what the question rests: a record of the asker's, or a request of a partner.
  record_id uuid,
  request_id uuid REFERENCES trace_request (id),
  contact_agency_id uuid NOT NULL REFERENCES agency (id),
  told_at timestamptz NOT NULL,
  until timestamptz NOT NULL,
  -- When the owner kept nothing more that fits and is hidden; the matching process alone says it.
  ended_at timestamptz,
  CHECK ((record_id IS NULL) <> (request_id IS NULL)),
  CHECK (until > told_at)
);
CREATE INDEX pointer_told_record ON pointer_told (record_id) WHERE record_id IS NOT NULL;
CREATE INDEX pointer_told_request ON pointer_told (request_id) WHERE request_id IS NOT NULL;

-- What was told before.
INSERT INTO pointer_told (handle, vis, agency_id, record_id, request_id, contact_agency_id, told_at, until)
SELECT p.handle, c.id, i.agency_id, i.record_id, i.request_id, p.owner_agency_id, p.given_at, p.given_at + interval '365 days'
FROM pointer p
JOIN saved_item i ON i.id = p.saved_item_id
JOIN visibility c ON c.agency_id = i.agency_id AND c.source_visibility = 'pointer' AND c.handling = 'H0' AND c.readers = '{}'
  AND c.compartment_id IS NULL
WHERE NOT p.silent;

ALTER TABLE pointer_told ENABLE ROW LEVEL SECURITY;
CREATE POLICY pointer_told_serve ON pointer_told TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY pointer_told_match ON pointer_told TO pm_match USING (true) WITH CHECK (true);
CREATE POLICY pointer_told_backup ON pointer_told FOR SELECT TO pm_backup USING (true);
GRANT SELECT ON pointer_told TO pm_serve, pm_backup;
GRANT SELECT, INSERT, DELETE ON pointer_told TO pm_match;
GRANT UPDATE (told_at, until, ended_at) ON pointer_told TO pm_match;
