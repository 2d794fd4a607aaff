/**
 * What a distributed schema cannot hold by foreign keys and constraints, checked instead: each query counts what is
 * wrong. Run as the login that reads all and writes nothing.
 */
export const CHECKS: readonly { readonly check: string; readonly query: string }[] = [
  {
    check: 'head_without_version',
    query: `SELECT count(*) AS wrong FROM record r
            WHERE r.version IS NOT NULL
              AND NOT EXISTS (SELECT FROM record_version v WHERE v.record_id = r.id AND v.version = r.version)`,
  },
  {
    check: 'head_without_reading',
    query: `SELECT count(*) AS wrong FROM record r
            WHERE r.version IS NOT NULL
              AND NOT EXISTS (SELECT FROM reading d WHERE d.record_id = r.id AND d.version = r.version)`,
  },
  {
    check: 'derived_without_head',
    query: `SELECT count(*) AS wrong FROM record r
            WHERE r.version IS NULL
              AND (EXISTS (SELECT FROM reading d WHERE d.record_id = r.id)
                OR EXISTS (SELECT FROM posting p WHERE p.record_id = r.id)
                OR EXISTS (SELECT FROM unread_text u WHERE u.record_id = r.id))`,
  },
  {
    check: 'head_taken_back',
    query: `SELECT count(*) AS wrong FROM record r JOIN import_run i ON i.id = r.version WHERE i.state = 'taken_back'`,
  },
  {
    check: 'holder_without_first',
    query: `SELECT count(*) AS wrong FROM record r
            WHERE r.first_id IS NOT NULL AND NOT EXISTS (SELECT FROM record f WHERE f.id = r.first_id)`,
  },
  {
    check: 'posting_in_other_class',
    query: 'SELECT count(*) AS wrong FROM posting p JOIN record r ON r.id = p.record_id WHERE p.vis <> r.vis',
  },
  {
    check: 'reading_in_other_class',
    query: 'SELECT count(*) AS wrong FROM reading d JOIN record r ON r.id = d.record_id WHERE d.vis <> r.vis',
  },
  {
    check: 'unread_text_in_other_class',
    query: 'SELECT count(*) AS wrong FROM unread_text u JOIN record r ON r.id = u.record_id WHERE u.vis <> r.vis',
  },
  {
    check: 'version_in_other_class',
    query: `SELECT (SELECT count(*) FROM record_version v JOIN record r ON r.id = v.record_id WHERE v.vis <> r.vis)
            + (SELECT count(*) FROM release_record l JOIN record r ON r.id = l.record_id WHERE l.vis <> r.vis) AS wrong`,
  },
  {
    check: 'person_in_other_class',
    query: `SELECT count(*) AS wrong FROM record_person p JOIN record r ON r.id = p.record_id
            JOIN source s ON s.id = r.source_id WHERE p.vis <> s.vis`,
  },
  {
    check: 'record_in_class_of_other_source',
    query: `SELECT count(*) AS wrong FROM record r JOIN source s ON s.id = r.source_id
            JOIN visibility own ON own.id = s.vis JOIN visibility c ON c.id = r.vis
            WHERE (own.agency_id, own.source_visibility, own.handling) <> (c.agency_id, c.source_visibility, c.handling)`,
  },
  {
    check: 'reader_without_release',
    query: `SELECT count(*) AS wrong FROM record r JOIN visibility c ON c.id = r.vis
            CROSS JOIN LATERAL unnest(c.readers, c.reader_ends) AS given (reader, ends_at)
            WHERE NOT EXISTS (
              SELECT FROM release_record l JOIN release e ON e.id = l.release_id
              WHERE l.record_id = r.id AND e.receiver_agency_id = given.reader AND e.ends_at = given.ends_at
                AND e.withdrawn_at IS NULL)`,
  },
  {
    check: 'release_without_record',
    query: `SELECT count(*) AS wrong FROM release e
            WHERE e.records <> (SELECT count(*) FROM release_record l WHERE l.release_id = e.id)`,
  },
  {
    check: 'class_tally',
    query: `SELECT count(*) AS wrong FROM class_tally t
            WHERE t.records <> (SELECT count(*) FROM record r WHERE r.vis = t.vis AND r.version IS NOT NULL)`,
  },
  {
    check: 'pair_one_sided',
    query: `SELECT (
              SELECT count(*) FROM pair_evidence e WHERE NOT EXISTS (
                SELECT FROM pair_evidence o
                WHERE o.record_id = e.other_id AND o.other_id = e.record_id AND o.number = e.number AND o.bits = e.bits))
            + (SELECT count(*) FROM judgement j WHERE NOT EXISTS (
                SELECT FROM judgement o
                WHERE o.record_id = j.other_id AND o.other_id = j.record_id AND o.number = j.number AND o.id = j.id)) AS wrong`,
  },
  {
    check: 'pair_in_other_class',
    query: `SELECT (
              SELECT count(*) FROM pair_evidence e JOIN record r ON r.id = e.record_id JOIN record o ON o.id = e.other_id
              WHERE e.vis <> r.vis OR e.other_vis <> o.vis)
            + (SELECT count(*) FROM judgement j JOIN record r ON r.id = j.record_id JOIN record o ON o.id = j.other_id
               WHERE j.vis <> r.vis OR j.other_vis <> o.vis) AS wrong`,
  },
  {
    check: 'pair_without_record',
    query: `SELECT (SELECT count(*) FROM pair_evidence e WHERE NOT EXISTS (SELECT FROM record r WHERE r.id = e.other_id))
            + (SELECT count(*) FROM judgement j WHERE NOT EXISTS (SELECT FROM record r WHERE r.id = j.other_id)) AS wrong`,
  },
  {
    check: 'judgement_about_nothing',
    query: `SELECT count(*) AS wrong FROM judgement j
            WHERE j.kind <> 'verdict' AND NOT EXISTS (
              SELECT FROM judgement v WHERE v.record_id = j.record_id AND v.other_id = j.other_id
                AND v.number = j.of_number AND v.kind = 'verdict' AND v.about = j.about)`,
  },
  {
    check: 'saved_item_without_record',
    query: `SELECT count(*) AS wrong FROM saved_item i
            WHERE i.record_id IS NOT NULL AND NOT EXISTS (SELECT FROM record r WHERE r.id = i.record_id)`,
  },
  {
    check: 'question_without_record',
    query: `SELECT count(*) AS wrong FROM desk_question q
            WHERE q.record_id IS NOT NULL AND NOT EXISTS (SELECT FROM record r WHERE r.id = q.record_id)`,
  },
  {
    check: 'question_without_desk',
    query: `SELECT count(*) AS wrong FROM desk_question q
            WHERE NOT EXISTS (SELECT FROM desk_question_addressee a WHERE a.question_id = q.id)`,
  },
  {
    check: 'officer_of_other_agency',
    query: `SELECT count(*) AS wrong FROM agency g
            WHERE g.deconfliction_account_id IS NOT NULL
              AND NOT EXISTS (SELECT FROM account a WHERE a.id = g.deconfliction_account_id AND a.agency_id = g.id)`,
  },
  {
    check: 'overseer_without_account',
    query: `SELECT count(*) AS wrong FROM agency g
            WHERE g.oversight_account_id IS NOT NULL
              AND NOT EXISTS (SELECT FROM account a WHERE a.id = g.oversight_account_id AND a.kind = 'person')`,
  },
  {
    check: 'oversight_without_record',
    query: `SELECT count(*) AS wrong FROM oversight_finding f
            WHERE NOT EXISTS (SELECT FROM record r WHERE r.id = ANY (f.records))`,
  },
  {
    check: 'approval_without_model',
    query: `SELECT count(*) AS wrong FROM model_approval p
            WHERE p.version LIKE 'm-%' AND NOT EXISTS (SELECT FROM learned_model m WHERE m.version = p.version)`,
  },
]
