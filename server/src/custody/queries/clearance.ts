import type { Context } from '../../access/context.ts'

/** What clearance was asked for last for a campaign, and what came of it. */
export interface Clearance {
  readonly askedAt: Date
  /** So recent that it still counts. */
  readonly fresh: boolean
  /** By exhibit the handle under which it is held, or null: nothing waits for it. */
  readonly handles: ReadonlyMap<string, string | null>
}

/** What was cleared so many minutes ago is asked again: somebody may have asked for it since. */
const FRESH_MINUTES = 10

/** Null where clearance was never asked for. */
export async function clearanceOf({ client }: Context, disposal: string): Promise<Clearance | null> {
  const { rows } = await client.query<{ id: string; askedAt: Date; fresh: boolean }>(
    `SELECT id, asked_at AS "askedAt", asked_at > clock_timestamp() - make_interval(mins => $2) AS fresh
     FROM clearance_question WHERE disposal_id = $1 ORDER BY asked_at DESC, id LIMIT 1`,
    [disposal, FRESH_MINUTES],
  )
  const [last] = rows
  if (!last) return null
  const answers = await client.query<{ exhibit: string; handle: string | null }>(
    'SELECT exhibit_id AS exhibit, handle FROM clearance_answer WHERE question_id = $1',
    [last.id],
  )
  const handles = new Map(answers.rows.map(({ exhibit, handle }) => [exhibit, handle]))
  return { askedAt: last.askedAt, fresh: last.fresh, handles }
}

/** Who oversees the custody of an agency; null where nobody is named, or who was is gone. */
export async function overseerOf(
  { client }: Context,
  agency: string,
): Promise<{ readonly name: string; readonly agency: string | null } | null> {
  const { rows } = await client.query<{ name: string; agency: string | null }>(
    `SELECT a.name, w.name AS agency FROM agency g JOIN account a ON a.id = g.oversight_account_id
     LEFT JOIN agency w ON w.id = a.agency_id WHERE g.id = $1 AND a.disabled_at IS NULL`,
    [agency],
  )
  return rows[0] ?? null
}
