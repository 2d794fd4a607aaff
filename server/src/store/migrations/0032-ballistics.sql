-- Results of imaging systems as data: fired items, test fires, and what comparisons of two of them showed. What was said is
-- a row that is added and never changed. Weapons are no rows: which items one weapon fired is worked out from the results.

CREATE TABLE ballistic_item (
  -- Made of the agency, the system and the number there: what is sent twice is one item.
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES agency (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  entry text NOT NULL CHECK (entry IN ('fired_item', 'test_fire')),
  system text NOT NULL,
  reference text NOT NULL,
  opened_by uuid NOT NULL REFERENCES account (id),
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX ballistic_item_opened ON ballistic_item (opened_at DESC, id);

CREATE TABLE ballistic_item_version (
  item_id uuid NOT NULL REFERENCES ballistic_item (id),
  version int4 NOT NULL CHECK (version > 0),
  vis int4 NOT NULL REFERENCES visibility (id),
  said jsonb NOT NULL,
  -- Where they are ours: the exhibit, and of a test fire the record of the firearm.
  exhibit_id uuid REFERENCES exhibit (id),
  record_id uuid,
  content_hmac bytea NOT NULL CHECK (length(content_hmac) = 32),
  saved_by uuid NOT NULL REFERENCES account (id),
  saved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (item_id, version)
);
CREATE INDEX ballistic_item_exhibit ON ballistic_item_version (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE INDEX ballistic_item_record ON ballistic_item_version (record_id) WHERE record_id IS NOT NULL;

-- About two items, for those who may read both. A second person verifies, and whoever withdraws does it by a row.
CREATE TABLE ballistic_result (
  id uuid PRIMARY KEY,
  first_id uuid NOT NULL REFERENCES ballistic_item (id),
  second_id uuid NOT NULL REFERENCES ballistic_item (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  other_vis int4 NOT NULL REFERENCES visibility (id),
  agency_id uuid NOT NULL REFERENCES agency (id),
  kind text NOT NULL CHECK (kind IN ('result', 'second', 'withdrawal')),
  of_id uuid REFERENCES ballistic_result (id),
  level text CHECK (level IN ('lead', 'hit', 'excluded', 'inconclusive')),
  said jsonb,
  reason text CHECK (length(reason) <= 500),
  content_hmac bytea NOT NULL CHECK (length(content_hmac) = 32),
  by_account uuid NOT NULL REFERENCES account (id),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (of_id, kind),
  CHECK (first_id < second_id),
  CHECK ((kind = 'result') = (level IS NOT NULL)),
  CHECK ((kind = 'result') = (said IS NOT NULL)),
  CHECK ((kind = 'result') = (of_id IS NULL)),
  CHECK (kind <> 'withdrawal' OR reason IS NOT NULL)
);
CREATE INDEX ballistic_result_first ON ballistic_result (first_id);
CREATE INDEX ballistic_result_second ON ballistic_result (second_id);

-- Whom somebody told of a comparison, as what it stood then, and what came of it.
CREATE TABLE ballistic_referral (
  id uuid PRIMARY KEY,
  first_id uuid NOT NULL REFERENCES ballistic_item (id),
  second_id uuid NOT NULL REFERENCES ballistic_item (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  other_vis int4 NOT NULL REFERENCES visibility (id),
  agency_id uuid NOT NULL REFERENCES agency (id),
  act text NOT NULL CHECK (act IN ('told', 'outcome')),
  standing text NOT NULL,
  told_to text,
  outcome text,
  note text CHECK (length(note) <= 500),
  by_account uuid NOT NULL REFERENCES account (id),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (first_id < second_id),
  CHECK ((act = 'told') = (told_to IS NOT NULL)),
  CHECK ((act = 'outcome') = (outcome IS NOT NULL))
);
CREATE INDEX ballistic_referral_pair ON ballistic_referral (first_id, second_id);

ALTER TABLE ballistic_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE ballistic_item_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE ballistic_result ENABLE ROW LEVEL SECURITY;
ALTER TABLE ballistic_referral ENABLE ROW LEVEL SECURITY;
CREATE POLICY ballistic_item_serve ON ballistic_item TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY ballistic_item_backup ON ballistic_item FOR SELECT TO pm_backup USING (true);
CREATE POLICY ballistic_item_version_serve ON ballistic_item_version TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY ballistic_item_version_backup ON ballistic_item_version FOR SELECT TO pm_backup USING (true);
CREATE POLICY ballistic_result_serve ON ballistic_result TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[])
    AND other_vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[])
    AND other_vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY ballistic_result_backup ON ballistic_result FOR SELECT TO pm_backup USING (true);
CREATE POLICY ballistic_referral_serve ON ballistic_referral TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[])
    AND other_vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[])
    AND other_vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY ballistic_referral_backup ON ballistic_referral FOR SELECT TO pm_backup USING (true);

GRANT SELECT ON ballistic_item, ballistic_item_version, ballistic_result, ballistic_referral TO pm_serve, pm_backup;
-- When something came in is the database's to say.
GRANT INSERT (id, agency_id, vis, entry, system, reference, opened_by) ON ballistic_item TO pm_serve;
GRANT INSERT (item_id, version, vis, said, exhibit_id, record_id, content_hmac, saved_by)
  ON ballistic_item_version TO pm_serve;
GRANT INSERT (id, first_id, second_id, vis, other_vis, agency_id, kind, of_id, level, said, reason, content_hmac, by_account)
  ON ballistic_result TO pm_serve;
GRANT INSERT (id, first_id, second_id, vis, other_vis, agency_id, act, standing, told_to, outcome, note, by_account)
  ON ballistic_referral TO pm_serve;

-- Which agencies have an open matter about exhibits, and no more than that: whoever would destroy one must learn that it is
-- held although the matter itself is hidden from them. Open: a comparison that is a lead or waits for its verifier and of
-- which no examiner concluded; a dispute; a confirmed hit of which nobody noted an outcome.
CREATE FUNCTION ballistic_holds(exhibits uuid[])
RETURNS TABLE (exhibit uuid, agency uuid)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
  WITH item AS (
    SELECT DISTINCT v.item_id AS id, v.exhibit_id AS exhibit FROM ballistic_item_version v
    WHERE v.exhibit_id = ANY (exhibits)
  ),
  standing AS (
    SELECT i.exhibit, r.first_id, r.second_id, r.agency_id,
      CASE WHEN r.level = 'hit' AND s.id IS NULL THEN 'lead' ELSE r.level END AS level
    FROM item i
    JOIN ballistic_result r ON r.kind = 'result' AND (r.first_id = i.id OR r.second_id = i.id)
    LEFT JOIN ballistic_result s ON s.of_id = r.id AND s.kind = 'second'
    WHERE NOT EXISTS (SELECT FROM ballistic_result w WHERE w.of_id = r.id AND w.kind = 'withdrawal')
  ),
  pair AS (
    SELECT exhibit, first_id, second_id, array_agg(DISTINCT agency_id) AS agencies, bool_or(level = 'hit') AS hit,
      bool_or(level = 'excluded') AS excluded, bool_or(level = 'inconclusive') AS inconclusive,
      bool_or(level = 'lead') AS lead
    FROM standing GROUP BY 1, 2, 3
  )
  SELECT DISTINCT p.exhibit, unnest(p.agencies) FROM pair p
  WHERE CASE
    WHEN p.hit AND p.excluded THEN true
    WHEN p.hit THEN NOT EXISTS (
      SELECT FROM ballistic_referral f
      WHERE f.first_id = p.first_id AND f.second_id = p.second_id AND f.act = 'outcome' AND f.standing = 'hit'
    )
    ELSE p.lead AND NOT p.excluded AND NOT p.inconclusive
  END
$$;
REVOKE ALL ON FUNCTION ballistic_holds(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ballistic_holds(uuid[]) TO pm_serve;
