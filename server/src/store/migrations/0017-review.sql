-- What waits to be judged, who takes it, and whose second reading is asked for.

-- Verdicts that were decided together bear one identifier: such a verdict is no independent reading of its pair.
ALTER TABLE judgement ADD COLUMN bulk_id uuid;
CREATE INDEX judgement_bulk ON judgement (bulk_id) WHERE bulk_id IS NOT NULL;

-- Pairs that wait for a person, as they stood among the records of one circle of readers (the same classes of records, for
-- the same agency) when they were last weighed. It can be worked out anew at any time, and what is shown is weighed again.
-- Each pair once, under the record whose identifier is smaller.
CREATE TABLE review_pair (
  record_id uuid NOT NULL,
  circle bytea NOT NULL CHECK (length(circle) = 16),
  other_id uuid NOT NULL,
  vis int4 NOT NULL REFERENCES visibility (id),
  other_vis int4 NOT NULL REFERENCES visibility (id),
  source_id uuid NOT NULL REFERENCES source (id),
  other_source_id uuid NOT NULL REFERENCES source (id),
  kind text NOT NULL CHECK (kind IN ('undecided', 'held-back', 'contradiction')),
  probability float8 NOT NULL,
  worth float8 NOT NULL,
  PRIMARY KEY (record_id, circle, other_id),
  CHECK (record_id < other_id)
);
CREATE INDEX review_pair_worth ON review_pair (circle, worth DESC, record_id, other_id);

-- How far a circle's records are looked through. Local to one PostgreSQL.
CREATE TABLE review_round (
  circle bytea PRIMARY KEY,
  -- Looks at what was measured or judged since; null: at everything.
  since timestamptz,
  after uuid,
  begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- When a round last came to its end, and when one over everything did.
  ended_at timestamptz,
  whole_at timestamptz
);
-- What was measured or judged lately, on tables that only grow.
CREATE INDEX pair_evidence_measured ON pair_evidence USING brin (measured_at) WITH (pages_per_range = 16);
CREATE INDEX judgement_judged ON judgement USING brin (judged_at) WITH (pages_per_range = 16);

-- Who of an agency has taken a pair, or was given it by a colleague.
CREATE TABLE review_assignment (
  record_id uuid NOT NULL,
  other_id uuid NOT NULL,
  agency_id uuid NOT NULL REFERENCES agency (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  other_vis int4 NOT NULL REFERENCES visibility (id),
  account_id uuid NOT NULL REFERENCES account (id),
  given_by uuid NOT NULL REFERENCES account (id),
  given_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (record_id, other_id, agency_id),
  CHECK (record_id < other_id)
);
CREATE INDEX review_assignment_account ON review_assignment (account_id);

-- A colleague is asked for a verdict of their own. Until they gave it they see no judgement of the pair. Under both records.
CREATE TABLE second_opinion (
  record_id uuid NOT NULL,
  other_id uuid NOT NULL,
  -- Chosen by the client: what is sent twice is asked once.
  id uuid NOT NULL,
  vis int4 NOT NULL REFERENCES visibility (id),
  other_vis int4 NOT NULL REFERENCES visibility (id),
  asked_of uuid NOT NULL REFERENCES account (id),
  asked_by uuid NOT NULL REFERENCES account (id),
  agency_id uuid NOT NULL REFERENCES agency (id),
  asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- The number of the verdict that was given; null while it is waited for.
  given_number int8,
  PRIMARY KEY (record_id, other_id, id),
  CHECK (record_id <> other_id),
  CHECK (asked_of <> asked_by)
);
CREATE INDEX second_opinion_asked_of ON second_opinion (asked_of);

ALTER TABLE review_pair ENABLE ROW LEVEL SECURITY;
ALTER TABLE review_assignment ENABLE ROW LEVEL SECURITY;
ALTER TABLE second_opinion ENABLE ROW LEVEL SECURITY;
CREATE POLICY review_pair_serve ON review_pair TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[])
    AND other_vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[])
    AND other_vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY review_assignment_serve ON review_assignment TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[])
    AND other_vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[])
    AND other_vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY second_opinion_serve ON second_opinion TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[])
    AND other_vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[])
    AND other_vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY review_pair_backup ON review_pair FOR SELECT TO pm_backup USING (true);
CREATE POLICY review_assignment_backup ON review_assignment FOR SELECT TO pm_backup USING (true);
CREATE POLICY second_opinion_backup ON second_opinion FOR SELECT TO pm_backup USING (true);

GRANT SELECT ON review_pair, review_round, review_assignment, second_opinion TO pm_backup;
GRANT SELECT, INSERT, UPDATE, DELETE ON review_pair, review_round, review_assignment TO pm_serve;
GRANT SELECT, INSERT ON second_opinion TO pm_serve;
GRANT UPDATE (given_number) ON second_opinion TO pm_serve;

-- As before, and the tables of this migration besides.
CREATE OR REPLACE FUNCTION move_records(moved uuid[], to_class int4) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
DECLARE
  seen int4[] := coalesce(nullif(current_setting('pm.vis', true), '')::int4[], '{}');
  others uuid[];
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('record classes', 0));
  IF EXISTS (
    SELECT FROM unnest(moved) AS asked (id)
    LEFT JOIN record r ON r.id = asked.id
    LEFT JOIN source s ON s.id = r.source_id
    LEFT JOIN visibility own ON own.id = s.vis
    LEFT JOIN visibility target ON target.id = to_class
    WHERE r.id IS NULL OR target.id IS NULL OR r.vis <> ALL (seen)
      OR (own.agency_id, own.source_visibility, own.handling)
        <> (target.agency_id, target.source_visibility, target.handling)
  ) OR EXISTS (
    SELECT FROM unnest(moved) AS asked (id)
    CROSS JOIN visibility target
    CROSS JOIN LATERAL unnest(target.readers, target.reader_ends) AS given (reader, ends_at)
    WHERE target.id = to_class AND NOT EXISTS (
      SELECT FROM release_record l JOIN release e ON e.id = l.release_id
      WHERE l.record_id = asked.id AND e.receiver_agency_id = given.reader AND e.ends_at = given.ends_at
        AND e.withdrawn_at IS NULL
    )
  ) THEN
    RAISE EXCEPTION 'These records may not be put into class %.', to_class USING ERRCODE = 'insufficient_privilege';
  END IF;

  INSERT INTO class_tally (vis, records)
  SELECT vis, sum(change) FROM (
    SELECT vis, -count(*) AS change FROM record
    WHERE id = ANY (moved) AND version IS NOT NULL AND vis <> to_class GROUP BY vis
    UNION ALL
    SELECT to_class, count(*) FROM record WHERE id = ANY (moved) AND version IS NOT NULL AND vis <> to_class
  ) AS changes GROUP BY vis ORDER BY vis
  ON CONFLICT (vis) DO UPDATE SET records = class_tally.records + excluded.records;

  UPDATE record SET vis = to_class WHERE id = ANY (moved);
  UPDATE record_version SET vis = to_class WHERE record_id = ANY (moved);
  UPDATE reading SET vis = to_class WHERE record_id = ANY (moved);
  UPDATE posting SET vis = to_class WHERE record_id = ANY (moved);
  UPDATE unread_text SET vis = to_class WHERE record_id = ANY (moved);
  UPDATE release_record SET vis = to_class WHERE record_id = ANY (moved);
  -- Each pair lies under both its records: the first side leads to the rows of the second.
  SELECT array_agg(DISTINCT other_id) INTO others FROM pair_evidence WHERE record_id = ANY (moved);
  UPDATE pair_evidence SET vis = to_class WHERE record_id = ANY (moved);
  UPDATE pair_evidence SET other_vis = to_class WHERE record_id = ANY (others) AND other_id = ANY (moved);
  SELECT array_agg(DISTINCT other_id) INTO others FROM judgement WHERE record_id = ANY (moved);
  UPDATE judgement SET vis = to_class WHERE record_id = ANY (moved);
  UPDATE judgement SET other_vis = to_class WHERE record_id = ANY (others) AND other_id = ANY (moved);
  -- What waits to be judged lies under one of its records, and always where evidence or a judgement does.
  SELECT array_agg(DISTINCT other_id) INTO others FROM (
    SELECT other_id FROM pair_evidence WHERE record_id = ANY (moved)
    UNION SELECT other_id FROM judgement WHERE record_id = ANY (moved)
  ) AS paired;
  UPDATE review_pair SET vis = to_class WHERE record_id = ANY (moved);
  UPDATE review_pair SET other_vis = to_class WHERE record_id = ANY (others) AND other_id = ANY (moved);
  UPDATE review_assignment SET vis = to_class WHERE record_id = ANY (moved);
  UPDATE review_assignment SET other_vis = to_class WHERE record_id = ANY (others) AND other_id = ANY (moved);
  UPDATE second_opinion SET vis = to_class WHERE record_id = ANY (moved);
  UPDATE second_opinion SET other_vis = to_class WHERE record_id = ANY (others) AND other_id = ANY (moved);
END
$$;
