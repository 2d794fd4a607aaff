-- Questions to desks, answered by people. Where a mark is too weak for a pointer its description goes to the desks that
-- the asker names; whether anybody holds a record is not looked up, so asking tells nothing.

CREATE TABLE desk_question (
  -- Chosen by the client: what is sent twice is one question.
  id uuid PRIMARY KEY,
  asker_agency_id uuid NOT NULL REFERENCES agency (id),
  asked_by uuid NOT NULL REFERENCES account (id),
  reference text NOT NULL,
  basis text NOT NULL,
  -- What the desks see of the firearm, and nothing beside it.
  description jsonb NOT NULL,
  -- The asker's own record from which the description was read; no other agency learns of it.
  record_id uuid,
  -- Tells the same question sent again from another under the same identifier.
  content_hmac bytea NOT NULL CHECK (length(content_hmac) = 32),
  asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- A withdrawn question stands, and waits for no answer.
  withdrawn_at timestamptz
);
CREATE INDEX desk_question_asker ON desk_question (asker_agency_id, asked_at DESC);

CREATE TABLE desk_question_addressee (
  question_id uuid NOT NULL REFERENCES desk_question (id),
  agency_id uuid NOT NULL REFERENCES agency (id),
  PRIMARY KEY (question_id, agency_id)
);
CREATE INDEX desk_question_addressee_agency ON desk_question_addressee (agency_id);

-- What a desk says. It may say more later: its last answer counts, none is deleted. No agency answers what it was not
-- asked.
CREATE SEQUENCE desk_answer_number AS int8;
CREATE TABLE desk_answer (
  -- Chosen by the client: what is sent twice is one answer.
  id uuid PRIMARY KEY,
  number int8 NOT NULL UNIQUE DEFAULT nextval('desk_answer_number'),
  question_id uuid NOT NULL,
  agency_id uuid NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('known', 'not_known', 'ask_us')),
  note text CHECK (length(note) <= 500),
  answered_by uuid NOT NULL REFERENCES account (id),
  answered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  FOREIGN KEY (question_id, agency_id) REFERENCES desk_question_addressee (question_id, agency_id)
);
CREATE INDEX desk_answer_question ON desk_answer (question_id, agency_id, number DESC);

ALTER TABLE notice
  DROP CONSTRAINT notice_kind_check,
  ALTER COLUMN handle DROP NOT NULL,
  ADD COLUMN question_id uuid REFERENCES desk_question (id),
  ADD COLUMN answer_id uuid REFERENCES desk_answer (id),
  ADD CONSTRAINT notice_kind_check
    CHECK (kind IN ('pointer_given', 'silent_match', 'question_asked', 'question_answered')),
  ADD CHECK ((handle IS NOT NULL) = (kind IN ('pointer_given', 'silent_match'))),
  ADD CHECK ((question_id IS NOT NULL) = (kind IN ('question_asked', 'question_answered'))),
  ADD CHECK ((answer_id IS NOT NULL) = (kind = 'question_answered'));

-- The named officer, who alone hears of matches with the agency's silent sources; null: its data stewards do. No foreign
-- key: accounts refer to agencies, and a backup is loaded in an order without circles. `proofmark doctor` checks it.
ALTER TABLE agency ADD COLUMN deconfliction_account_id uuid;

GRANT SELECT ON desk_question, desk_question_addressee, desk_answer TO pm_backup;
GRANT SELECT ON SEQUENCE desk_answer_number TO pm_backup;
GRANT USAGE ON SEQUENCE desk_answer_number TO pm_serve;
GRANT SELECT, INSERT ON desk_question, desk_question_addressee, desk_answer TO pm_serve;
GRANT UPDATE (withdrawn_at) ON desk_question TO pm_serve;
-- Without a handle: notices of pointers remain the matching process's to write.
GRANT INSERT (id, agency_id, kind, asker_agency_id, reference, question_id, answer_id) ON notice TO pm_serve;
GRANT UPDATE (deconfliction_account_id) ON agency TO pm_serve;
