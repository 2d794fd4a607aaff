-- Records that their owner shows to another agency, on conditions and until a day.

-- The classes themselves say until when a reader may read them, so that an end takes effect at its moment, whoever
-- puts the rows back and when.
ALTER TABLE visibility
  ADD COLUMN reader_ends timestamptz[] NOT NULL DEFAULT '{}',
  DROP CONSTRAINT visibility_agency_id_source_visibility_handling_readers_key,
  ADD UNIQUE (agency_id, source_visibility, handling, readers, reader_ends),
  ADD CHECK (cardinality(readers) = cardinality(reader_ends)),
  ADD CHECK (array_position(reader_ends, NULL) IS NULL);

CREATE TABLE release (
  -- Chosen by the client: what is sent twice is one release.
  id uuid PRIMARY KEY,
  owner_agency_id uuid NOT NULL REFERENCES agency (id),
  receiver_agency_id uuid NOT NULL REFERENCES agency (id),
  -- How many records it shows: whoever sees fewer does not see all of it.
  records int4 NOT NULL CHECK (records > 0),
  conditions text[] NOT NULL,
  note text CHECK (length(note) <= 500),
  reference text,
  basis text,
  -- The first moment at which it holds no more.
  ends_at timestamptz NOT NULL,
  -- Tells the same release sent again from another under the same identifier.
  content_hmac bytea NOT NULL CHECK (length(content_hmac) = 32),
  made_by uuid NOT NULL REFERENCES account (id),
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  withdrawn_by uuid REFERENCES account (id),
  withdrawn_at timestamptz,
  -- When its rows were put back after its end.
  settled_at timestamptz,
  CHECK (owner_agency_id <> receiver_agency_id),
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);
CREATE INDEX release_owner ON release (owner_agency_id, made_at DESC);
CREATE INDEX release_receiver ON release (receiver_agency_id, made_at DESC);
CREATE INDEX release_unsettled ON release (ends_at) WHERE settled_at IS NULL AND withdrawn_at IS NULL;

-- Which records a release shows; none is taken from it.
CREATE TABLE release_record (
  record_id uuid NOT NULL REFERENCES record (id),
  release_id uuid NOT NULL REFERENCES release (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  PRIMARY KEY (record_id, release_id)
);
CREATE INDEX release_record_release ON release_record (release_id);

ALTER TABLE release_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY release_record_serve ON release_record TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY release_record_match ON release_record FOR SELECT TO pm_match USING (true);
CREATE POLICY release_record_backup ON release_record FOR SELECT TO pm_backup USING (true);

ALTER TABLE notice
  DROP CONSTRAINT notice_kind_check,
  ALTER COLUMN reference DROP NOT NULL,
  ADD COLUMN release_id uuid REFERENCES release (id),
  ADD CONSTRAINT notice_kind_check
    CHECK (kind IN ('pointer_given', 'silent_match', 'question_asked', 'question_answered', 'record_released')),
  ADD CHECK (reference IS NOT NULL OR kind = 'record_released'),
  ADD CHECK ((release_id IS NOT NULL) = (kind = 'record_released'));

-- The one way in which rows change their class: these records, on every table that bears it, on both sides of a pair.
-- A pair's other side may be hidden from whoever releases, so it is done as the owner of the tables, and what may be
-- done is asked here: the caller sees the records, the class differs from that of their source in its readers alone,
-- and each reader has a standing release of each record with that very end. Persons stay in the class of the source: a
-- release shows the record.
CREATE FUNCTION move_records(moved uuid[], to_class int4) RETURNS void
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
END
$$;
REVOKE ALL ON FUNCTION move_records(uuid[], int4) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION move_records(uuid[], int4) TO pm_serve, pm_match;

GRANT SELECT ON release, release_record TO pm_serve, pm_match, pm_backup;
GRANT INSERT ON release, release_record TO pm_serve;
GRANT UPDATE (withdrawn_by, withdrawn_at) ON release TO pm_serve;
GRANT INSERT (release_id) ON notice TO pm_serve;
-- The matching process puts the rows of ended releases back.
GRANT UPDATE (settled_at) ON release TO pm_match;
GRANT INSERT ON visibility TO pm_match;
GRANT USAGE ON SEQUENCE visibility_number TO pm_match;
