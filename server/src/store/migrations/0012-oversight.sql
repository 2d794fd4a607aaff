-- Findings that speak against a custodian. They go to the officer whom the custodian's agency named for its oversight,
-- and come out to those whose records bear them when the officer passed them on, or when they are due: what is buried
-- comes out.

-- Who oversees the custody of an agency; they may work for another. No foreign key, as for the other officer: `proofmark
-- doctor` checks it.
ALTER TABLE agency ADD COLUMN oversight_account_id uuid;

-- Without row-level security: an officer reads of what rests on records that they may not see. It holds nothing of these
-- but what any officer may be told: the rule, dates, kinds of event, and which agency keeps how many.
CREATE TABLE oversight_finding (
  -- Made of rule, custodian and records: who files it twice has filed it once.
  id uuid PRIMARY KEY,
  -- The custodian.
  agency_id uuid NOT NULL REFERENCES agency (id),
  rule text NOT NULL,
  parameters jsonb NOT NULL,
  alternatives jsonb NOT NULL,
  records uuid[] NOT NULL CHECK (cardinality(records) > 0),
  -- Of each record, in their order, the agency that keeps it.
  keepers uuid[] NOT NULL,
  -- It rests on a silent source of the custodian's own: for an officer of that agency alone.
  silent boolean NOT NULL,
  -- It rested on links that nobody had judged.
  working boolean NOT NULL,
  filed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  due_at timestamptz NOT NULL DEFAULT clock_timestamp() + interval '30 days',
  passed_on_at timestamptz,
  passed_on_by uuid REFERENCES account (id),
  note text CHECK (length(note) <= 500),
  CHECK (cardinality(keepers) = cardinality(records)),
  CHECK ((passed_on_at IS NULL) = (passed_on_by IS NULL)),
  CHECK (note IS NULL OR passed_on_at IS NOT NULL)
);
CREATE INDEX oversight_finding_agency ON oversight_finding (agency_id, due_at);

-- Agencies whose people looked at such a life before its finding came out.
CREATE TABLE oversight_waiting (
  finding_id uuid NOT NULL REFERENCES oversight_finding (id),
  agency_id uuid NOT NULL REFERENCES agency (id),
  since timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (finding_id, agency_id)
);

-- A notice of a finding has no asker: whose look at a life brought it about is nobody's business.
ALTER TABLE notice
  DROP CONSTRAINT notice_kind_check,
  ALTER COLUMN asker_agency_id DROP NOT NULL,
  ADD COLUMN finding_id uuid REFERENCES oversight_finding (id),
  ADD CONSTRAINT notice_kind_check
    CHECK (kind IN (
      'pointer_given', 'silent_match', 'question_asked', 'question_answered', 'record_released', 'finding_filed'
    )),
  ADD CHECK ((finding_id IS NOT NULL) = (kind = 'finding_filed')),
  ADD CHECK ((asker_agency_id IS NULL) = (kind = 'finding_filed'));

GRANT SELECT ON oversight_finding, oversight_waiting TO pm_serve, pm_backup;
-- When it was filed and when it is due are the database's to say.
GRANT INSERT (id, agency_id, rule, parameters, alternatives, records, keepers, silent, working)
  ON oversight_finding TO pm_serve;
GRANT UPDATE (passed_on_at, passed_on_by, note) ON oversight_finding TO pm_serve;
GRANT INSERT (finding_id, agency_id) ON oversight_waiting TO pm_serve;
GRANT INSERT (finding_id) ON notice TO pm_serve;
GRANT UPDATE (oversight_account_id) ON agency TO pm_serve;

-- What people without an agency did, administrators above all, and what no agency's log holds is for the data-protection
-- officers who work for none: a page of it, as read_log gives of an agency's.
CREATE FUNCTION read_log_of_none(by_account uuid, by_subject uuid, before int8, at_most int4)
RETURNS TABLE (
  id uuid, index int8, recorded_at timestamptz, account text, agency text, action text, outcome text, purpose text,
  subjects uuid[], body jsonb, erased_under uuid
)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
  WITH page AS (
    (SELECT q.entry_id, NULL::int8 AS index
     FROM audit_queue q JOIN audit_entry e ON e.id = q.entry_id
     WHERE before IS NULL
       AND e.agency IS NULL
       AND (by_account IS NULL OR e.actor = by_account)
       AND (by_subject IS NULL OR e.subjects @> ARRAY[by_subject])
     LIMIT least(at_most, 500))
    UNION ALL
    (SELECT l.entry_id, l.index
     FROM ledger_leaf l JOIN audit_entry e ON e.id = l.entry_id
     WHERE (before IS NULL OR l.index < before)
       AND e.agency IS NULL
       AND (by_account IS NULL OR e.actor = by_account)
       AND (by_subject IS NULL OR e.subjects @> ARRAY[by_subject])
     ORDER BY l.index DESC
     LIMIT least(at_most, 500))
  )
  SELECT e.id, page.index, e.recorded_at, a.name, NULL::text, e.action, e.outcome, e.purpose, e.subjects, e.body,
    e.erased_under
  FROM page
  JOIN audit_entry e ON e.id = page.entry_id
  LEFT JOIN account a ON a.id = e.actor
  ORDER BY page.index DESC NULLS FIRST, e.recorded_at DESC
  LIMIT least(at_most, 500)
$$;
REVOKE ALL ON FUNCTION read_log_of_none(uuid, uuid, int8, int4) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_log_of_none(uuid, uuid, int8, int4) TO pm_serve;
