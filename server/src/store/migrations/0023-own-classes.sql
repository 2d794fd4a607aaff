-- Of each agency the classes of what is for its own people alone, by handling code: what a partner's reply told goes into
-- the one that the reply bears. New agencies get theirs when they are added.
INSERT INTO visibility (agency_id, source_visibility, handling)
SELECT id, 'pointer', code FROM agency CROSS JOIN unnest(ARRAY['H0', 'H1', 'H2', 'H3']) AS code ORDER BY id, code
ON CONFLICT DO NOTHING;

-- Whose request a partner's message is about, and no more than that: the exchange process sees none of the requests, and
-- its effect is taken in the name of that agency.
CREATE FUNCTION trace_agency(request uuid, from_asker text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
  SELECT agency_id FROM trace_request
  WHERE (from_asker IS NULL AND direction = 'outgoing' AND id = request)
    OR (direction = 'incoming' AND asker = from_asker AND their_id = request)
$$;
REVOKE ALL ON FUNCTION trace_agency(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION trace_agency(uuid, text) TO pm_serve;
