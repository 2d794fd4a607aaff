/** What a wrong clock leaves behind, or shows now: each query counts what is wrong, given the time of this machine. */
export const CLOCK_CHECKS: readonly { readonly check: string; readonly query: string }[] = [
  {
    check: 'clock_apart',
    query: `SELECT (abs(extract(epoch FROM clock_timestamp() - $1::timestamptz)) > 60)::int AS wrong`,
  },
  {
    check: 'clock_behind_log',
    query: `SELECT count(*) AS wrong FROM audit_entry WHERE recorded_at > $1::timestamptz + interval '5 minutes'`,
  },
  {
    check: 'clock_leapt',
    query: `SELECT count(*) AS wrong FROM (
              SELECT recorded_at - lag(recorded_at) OVER (ORDER BY index) AS pause
              FROM (SELECT index, entry_id FROM ledger_leaf ORDER BY index DESC LIMIT 1000) AS newest
              JOIN audit_entry e ON e.id = newest.entry_id) AS pauses
            WHERE pause > interval '1 year' AND $1::timestamptz IS NOT NULL`,
  },
  {
    check: 'own_certificate_ends',
    query: `SELECT count(*) AS wrong FROM (SELECT ends_at FROM own_certificate ORDER BY since DESC LIMIT 1) AS standing
            WHERE ends_at < $1::timestamptz + interval '60 days'`,
  },
  {
    check: 'key_change_unfinished',
    query: `SELECT count(*) AS wrong FROM key_change
            WHERE switched_at IS NULL AND made_at < $1::timestamptz - interval '90 days'`,
  },
]
