-- Which countries the route of a recovery or of its parcel names, so that recoveries are found by a country. Rows are added
-- and never taken away: what a recovery names now is read in its standing version.
CREATE TABLE recovery_country (
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  recovery_id uuid NOT NULL REFERENCES recovery (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  PRIMARY KEY (country, recovery_id)
);

-- What was saved before.
INSERT INTO recovery_country (country, recovery_id, vis)
SELECT DISTINCT named.country, v.recovery_id, r.vis
FROM recovery_version v
JOIN recovery r ON r.id = v.recovery_id
CROSS JOIN LATERAL (
  SELECT value #>> '{}' AS country FROM jsonb_path_query(v.form, '$.route.*[*]') AS value
  UNION
  SELECT value #>> '{}' FROM jsonb_path_query(v.form, '$.parcel.path[*].country') AS value
  UNION
  SELECT v.form #>> '{parcel,sender}'
  UNION
  SELECT v.form #>> '{parcel,recipient}'
) AS named
WHERE named.country ~ '^[A-Z]{2}$';

ALTER TABLE recovery_country ENABLE ROW LEVEL SECURITY;
CREATE POLICY recovery_country_serve ON recovery_country TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY recovery_country_backup ON recovery_country FOR SELECT TO pm_backup USING (true);
GRANT SELECT ON recovery_country TO pm_serve, pm_backup;
GRANT INSERT (country, recovery_id, vis) ON recovery_country TO pm_serve;
