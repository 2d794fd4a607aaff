-- What is known of a person is asked about and erased; what was erased must stay so where an older backup is restored.

-- No word of the person: only that what was known was erased, when and on what ground.
CREATE TABLE thing_erasure (
  thing_id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES agency (id),
  reason text NOT NULL CHECK (reason IN ('not_needed', 'term_over', 'unlawful', 'data_subject', 'court_order')),
  erased_by uuid NOT NULL REFERENCES account (id),
  erased_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX thing_value_review ON thing_value (review_on) WHERE review_on IS NOT NULL;
CREATE INDEX tie_review ON tie (review_on) WHERE review_on IS NOT NULL;
-- Verdicts are found from either thing.
CREATE INDEX thing_judgement_other ON thing_judgement (other_id);

-- Why somebody judged two things one may speak of a person.
GRANT UPDATE (why) ON thing_judgement TO pm_serve;
GRANT SELECT, INSERT ON thing_erasure TO pm_serve;
GRANT SELECT ON thing_erasure TO pm_backup;
