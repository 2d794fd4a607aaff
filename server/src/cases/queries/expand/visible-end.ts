/**
 * May the reader see the other end of the tie `t`? Row-level security answers in each of the tables: of what has no row
 * here that the reader may read, no tie is told.
 */
export const VISIBLE_END = `
  CASE
    WHEN t.other_kind IN ('record', 'firearm', 'consignment')
      THEN EXISTS (SELECT FROM record r WHERE r.id = t.other_id AND r.version IS NOT NULL)
    WHEN t.other_kind = 'case' THEN EXISTS (SELECT FROM case_file c WHERE c.id = t.other_id)
    WHEN t.other_kind = 'recovery' THEN EXISTS (SELECT FROM recovery r WHERE r.id = t.other_id)
    WHEN t.other_kind = 'exhibit' THEN EXISTS (SELECT FROM exhibit e WHERE e.id = t.other_id)
    WHEN t.other_kind = 'fired_item' THEN EXISTS (SELECT FROM ballistic_item i WHERE i.id = t.other_id)
    WHEN t.other_kind = 'trace' THEN EXISTS (SELECT FROM trace_request q WHERE q.id = t.other_id)
    WHEN t.other_kind = 'ballistic_result'
      THEN EXISTS (SELECT FROM ballistic_result b WHERE b.id = t.other_id AND b.kind = 'result')
    WHEN t.other_kind = 'pointer'
      THEN EXISTS (SELECT FROM pointer_told p WHERE p.handle = t.other_id AND p.ended_at IS NULL AND p.until > now())
    ELSE EXISTS (SELECT FROM thing x WHERE x.id = t.other_id AND x.kind = t.other_kind)
  END`
