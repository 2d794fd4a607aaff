-- Nothing is destroyed for which an open trace waits, whoever asked for it. The keeper may not see the traces of others: the
-- matching process compares, and answers each exhibit of a campaign by nothing or by a handle.

-- What a request that came from elsewhere says of its firearm, as it was read, for the matching process: it may name no record.
CREATE TABLE trace_mark (
  request_id uuid PRIMARY KEY REFERENCES trace_request (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  skeleton text NOT NULL,
  make text,
  calibre text,
  type text
);
CREATE INDEX trace_mark_skeleton ON trace_mark (skeleton);

-- Asked before each signature of a campaign.
CREATE TABLE clearance_question (
  id uuid PRIMARY KEY,
  disposal_id uuid NOT NULL REFERENCES disposal (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  asked_by uuid NOT NULL REFERENCES account (id),
  asked_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX clearance_question_disposal ON clearance_question (disposal_id, asked_at DESC);

-- An exhibit that is held, under one handle whoever holds it. Only the matching process reads it.
CREATE TABLE clearance_handle (
  handle uuid PRIMARY KEY,
  exhibit_id uuid NOT NULL UNIQUE REFERENCES exhibit (id)
);

-- The matching process alone writes it; the keeper reads it.
CREATE TABLE clearance_answer (
  question_id uuid NOT NULL REFERENCES clearance_question (id),
  exhibit_id uuid NOT NULL REFERENCES exhibit (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  -- Null: nothing waits for it.
  handle uuid REFERENCES clearance_handle (handle),
  answered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (question_id, exhibit_id)
);

-- What whoever waits was told, in their own class; in their own silent one where what they asked rests on a silent source.
CREATE TABLE clearance_hold (
  id uuid PRIMARY KEY,
  handle uuid NOT NULL REFERENCES clearance_handle (handle),
  vis int4 NOT NULL REFERENCES visibility (id),
  agency_id uuid NOT NULL REFERENCES agency (id),
  silent boolean NOT NULL,
  keeper_agency_id uuid NOT NULL REFERENCES agency (id),
  -- What the keeper calls the campaign.
  reference text NOT NULL,
  requests uuid[] NOT NULL CHECK (cardinality(requests) > 0),
  told_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX clearance_hold_handle ON clearance_hold (handle);
CREATE INDEX clearance_hold_agency ON clearance_hold (agency_id, told_at DESC);

-- They need it no longer, although what they asked is still open.
CREATE TABLE clearance_let_go (
  hold_id uuid PRIMARY KEY REFERENCES clearance_hold (id),
  vis int4 NOT NULL REFERENCES visibility (id),
  why text NOT NULL CHECK (length(why) BETWEEN 1 AND 500),
  let_go_by uuid NOT NULL REFERENCES account (id),
  let_go_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

ALTER TABLE trace_mark ENABLE ROW LEVEL SECURITY;
ALTER TABLE clearance_question ENABLE ROW LEVEL SECURITY;
ALTER TABLE clearance_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE clearance_hold ENABLE ROW LEVEL SECURITY;
ALTER TABLE clearance_let_go ENABLE ROW LEVEL SECURITY;
CREATE POLICY trace_mark_serve ON trace_mark TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY trace_mark_match ON trace_mark FOR SELECT TO pm_match USING (true);
CREATE POLICY trace_mark_backup ON trace_mark FOR SELECT TO pm_backup USING (true);
CREATE POLICY clearance_question_serve ON clearance_question TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY clearance_question_match ON clearance_question FOR SELECT TO pm_match USING (true);
CREATE POLICY clearance_question_backup ON clearance_question FOR SELECT TO pm_backup USING (true);
CREATE POLICY clearance_answer_serve ON clearance_answer TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY clearance_answer_match ON clearance_answer TO pm_match USING (true) WITH CHECK (true);
CREATE POLICY clearance_answer_backup ON clearance_answer FOR SELECT TO pm_backup USING (true);
CREATE POLICY clearance_hold_serve ON clearance_hold TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY clearance_hold_match ON clearance_hold TO pm_match USING (true) WITH CHECK (true);
CREATE POLICY clearance_hold_backup ON clearance_hold FOR SELECT TO pm_backup USING (true);
CREATE POLICY clearance_let_go_serve ON clearance_let_go TO pm_serve
  USING (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]))
  WITH CHECK (vis = ANY (nullif(current_setting('pm.vis', true), '')::int4[]));
CREATE POLICY clearance_let_go_match ON clearance_let_go FOR SELECT TO pm_match USING (true);
CREATE POLICY clearance_let_go_backup ON clearance_let_go FOR SELECT TO pm_backup USING (true);
-- What the matching process compares: which exhibits, and which records a request is about and how it stands; no form, no person.
CREATE POLICY disposal_match ON disposal FOR SELECT TO pm_match USING (true);
CREATE POLICY disposal_exhibit_match ON disposal_exhibit FOR SELECT TO pm_match USING (true);
CREATE POLICY exhibit_match ON exhibit FOR SELECT TO pm_match USING (true);
CREATE POLICY trace_request_match ON trace_request FOR SELECT TO pm_match USING (true);
CREATE POLICY trace_transition_match ON trace_transition FOR SELECT TO pm_match USING (true);

GRANT INSERT (request_id, vis, skeleton, make, calibre, type) ON trace_mark TO pm_serve;
GRANT SELECT ON trace_mark, clearance_question, clearance_answer, clearance_hold, clearance_let_go TO pm_serve;
GRANT INSERT (id, disposal_id, vis, asked_by) ON clearance_question TO pm_serve;
GRANT INSERT (hold_id, vis, why, let_go_by) ON clearance_let_go TO pm_serve;
GRANT SELECT ON trace_mark, clearance_question TO pm_match;
GRANT SELECT (hold_id) ON clearance_let_go TO pm_match;
GRANT SELECT, INSERT ON clearance_handle, clearance_answer, clearance_hold TO pm_match;
GRANT SELECT (id, agency_id, name) ON disposal TO pm_match;
GRANT SELECT (disposal_id, exhibit_id) ON disposal_exhibit TO pm_match;
GRANT SELECT (id, record_id, split_from) ON exhibit TO pm_match;
GRANT SELECT (id, agency_id, vis, records) ON trace_request TO pm_match;
GRANT SELECT (request_id, number, state) ON trace_transition TO pm_match;
GRANT SELECT ON trace_mark, clearance_question, clearance_handle, clearance_answer, clearance_hold, clearance_let_go
  TO pm_backup;

-- Whoever oversees the custody of a keeper learns under which handle something is held and whose desk to call, and nothing of what it
-- is; of what rests on a silent source not even whose.
CREATE FUNCTION clearances_overseen(keepers uuid[])
RETURNS TABLE (handle uuid, keeper uuid, owner uuid, told_at timestamptz, let_go_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
  SELECT h.handle, h.keeper_agency_id, CASE WHEN NOT h.silent THEN h.agency_id END, h.told_at, g.let_go_at
  FROM clearance_hold h LEFT JOIN clearance_let_go g ON g.hold_id = h.id
  WHERE h.keeper_agency_id = ANY (keepers)
$$;
REVOKE ALL ON FUNCTION clearances_overseen(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION clearances_overseen(uuid[]) TO pm_serve;

-- Desks hear of what is held for them, and of what another agency said of a recovery of theirs.
ALTER TABLE notice
  DROP CONSTRAINT notice_kind_check,
  ADD COLUMN hold_id uuid REFERENCES clearance_hold (id),
  ADD COLUMN recovery_id uuid REFERENCES recovery (id),
  ADD CONSTRAINT notice_kind_check
    CHECK (kind IN (
      'pointer_given', 'silent_match', 'question_asked', 'question_answered', 'record_released', 'finding_filed',
      'destruction_held', 'destruction_held_silent', 'recovery_joined'
    )),
  ADD CHECK ((hold_id IS NOT NULL) = (kind IN ('destruction_held', 'destruction_held_silent'))),
  ADD CHECK ((recovery_id IS NOT NULL) = (kind = 'recovery_joined'));
GRANT INSERT (recovery_id) ON notice TO pm_serve;
