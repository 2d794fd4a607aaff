-- A question to other agencies may also rest on a request that came from a partner: what it says of the firearm, as it was
-- read, stands beside it, since no record of ours bears it.
ALTER TABLE saved_item ALTER COLUMN record_id DROP NOT NULL;
ALTER TABLE saved_item ADD COLUMN request_id uuid REFERENCES trace_request (id);
ALTER TABLE saved_item ADD COLUMN skeleton text;
ALTER TABLE saved_item ADD COLUMN make text;
ALTER TABLE saved_item ADD COLUMN calibre text;
ALTER TABLE saved_item ADD COLUMN type text;
ALTER TABLE saved_item ADD CHECK ((record_id IS NULL) <> (request_id IS NULL));

-- What a request says is its agency's; the process that serves people writes it here for the matching process, and reads it not.
REVOKE SELECT ON saved_item FROM pm_serve;
GRANT SELECT (id, agency_id, record_id, request_id, reference, basis, asked_by, asked_at) ON saved_item TO pm_serve;
