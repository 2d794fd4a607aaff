/**
 * Things that somebody judged to be one with those asked for, as rows of ties: the last verdict on a pair counts, from
 * whichever end it was given. They stay two nodes, so that the judgement is seen and can be withdrawn.
 */
export const SAME_THINGS = `
  SELECT j.thing, NULL::uuid, y.kind, y.id, j.thing < y.id, 'same_thing', 'assessment', NULL::date, NULL::date,
    '{}'::uuid[], NULL::uuid,
    jsonb_build_object(
      'by', (SELECT a.name FROM account a WHERE a.id = j.judged_by),
      'agency', (SELECT g.name FROM agency g WHERE g.id = j.agency_id)
    ), j.judged_at::date::text
  FROM (
    SELECT DISTINCT ON (thing, other) * FROM (
      SELECT thing_id AS thing, other_id AS other, number, verdict, judged_by, agency_id, judged_at
      FROM thing_judgement WHERE thing_id = ANY ($1::uuid[])
      UNION ALL
      SELECT other_id, thing_id, number, verdict, judged_by, agency_id, judged_at
      FROM thing_judgement WHERE other_id = ANY ($1::uuid[])
    ) either ORDER BY thing, other, number DESC
  ) j
  JOIN thing y ON y.id = j.other
  WHERE j.verdict = 'same'`
