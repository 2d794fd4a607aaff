-- What a partner told of a firearm that a silent source names is as silent as that source: a pointer to it would tell that
-- there is one. So each agency has such classes for its own people too.
INSERT INTO visibility (agency_id, source_visibility, handling)
SELECT id, 'silent', code FROM agency CROSS JOIN unnest(ARRAY['H0', 'H1', 'H2', 'H3']) AS code ORDER BY id, code
ON CONFLICT DO NOTHING;
