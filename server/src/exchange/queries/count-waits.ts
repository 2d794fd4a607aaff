import type { Context } from '../../access/context.ts'

/** What of the exchange waits for a person, by numbers alone. */

const DAY_MS = 24 * 3_600_000
/** A review is announced so many days before its day, and a certificate before its end. */
const REVIEW_DAYS = 30
const CERTIFICATE_DAYS = 90
const ALARM_DAYS = 7
const LEDGER_DAYS = 30

const daysFrom = (now: Date, days: number): Date => new Date(now.getTime() + days * DAY_MS)
const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

async function counted({ client }: Context, text: string, values: readonly unknown[] = []): Promise<number> {
  const { rows } = await client.query<{ count: string }>(text, [...values])
  return Number(rows[0]?.count ?? 0)
}

/** Messages that are dead, or whose effect failed. */
export const countStuck = (context: Context): Promise<number> =>
  counted(
    context,
    `SELECT (SELECT count(*) FROM outbox_message WHERE state = 'dead')
       + (SELECT count(*) FROM inbox_message WHERE state = 'failed') AS count`,
  )

/** Alarms of the last week on how much partners ask without naming it. */
export const countAlarms = (context: Context): Promise<number> =>
  counted(context, 'SELECT count(*) FROM private_alarm WHERE day > $1', [dayOf(daysFrom(context.now, -ALARM_DAYS))])

/** Agreements in force with active partners that are to be reviewed soon, or should have been. */
export const countAgreementsDue = (context: Context): Promise<number> =>
  counted(
    context,
    `SELECT count(*) FROM partner p
     JOIN LATERAL (
       SELECT review_on FROM agreement a
       WHERE a.partner = p.short AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $2)
       ORDER BY version DESC LIMIT 1) AS standing ON standing.review_on <= $1
     WHERE p.state = 'active'`,
    [dayOf(daysFrom(context.now, REVIEW_DAYS)), dayOf(context.now)],
  )

/**
 * Keys that partners offered and nobody looked at; ours that every active partner took and that are not used yet; and our
 * certificate, where it ends soon and none is to follow.
 */
export const countKeysWaiting = (context: Context): Promise<number> =>
  counted(
    context,
    `SELECT (SELECT count(*) FROM offered_key_change WHERE verdict IS NULL)
       + (SELECT count(*) FROM key_change c WHERE c.switched_at IS NULL AND NOT EXISTS (
            SELECT FROM key_change_notice n WHERE n.change_id = c.id AND n.answer IS DISTINCT FROM 'taken'))
       + (SELECT count(*) FROM (SELECT ends_at FROM own_certificate ORDER BY since DESC LIMIT 1) AS standing
          WHERE standing.ends_at <= $1
            AND NOT EXISTS (SELECT FROM key_change WHERE what = 'node' AND switched_at IS NULL)) AS count`,
    [daysFrom(context.now, CERTIFICATE_DAYS)],
  )

/** Checkpoints that were refused lately, ours or partners’, for what may be two histories. */
export const countLedgerAlarms = (context: Context): Promise<number> =>
  counted(
    context,
    `SELECT (SELECT count(*) FROM exchange_dispute WHERE recorded_at > $1)
       + (SELECT count(*) FROM witness_refusal
          WHERE recorded_at > $1 AND reason NOT IN ('proof_from_elsewhere', 'begun_anew')) AS count`,
    [daysFrom(context.now, -LEDGER_DAYS)],
  )

/** Partners that say that they were restored, and wait for a person here to agree. */
export const countRestoresWaiting = (context: Context): Promise<number> =>
  counted(context, 'SELECT count(*) FROM declared_restore WHERE verdict IS NULL')
