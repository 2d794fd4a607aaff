import { ProofmarkError } from '@proofmark/contract/errors'
import type { LogEntry, LogRead } from '@proofmark/contract/schemas/log'
import type { Context } from '../context.ts'
import { needRole } from '../policy/role.ts'

export interface LogQuery {
  /** Name of an account: that person's whole trail. */
  readonly account?: string | undefined
  /** A record: what was seen of it, by whom and why. */
  readonly subject?: string | undefined
  readonly before?: number | undefined
  readonly limit: number
}

interface Row extends Omit<LogEntry, 'entry' | 'index' | 'at' | 'erasedUnder'> {
  id: string
  index: string | null
  recorded_at: Date
  erased_under: string | null
}

/**
 * A page of the access log of the reader's own agency, newest first, or of what is of no agency for whoever works for
 * none; reading it is itself logged. Throws `role_needed`, `not_found`.
 */
export async function readLog(context: Context, wanted: LogQuery): Promise<LogRead> {
  const { query, client, reader, audit } = context
  needRole(reader, ['data_protection_officer'])
  const account = wanted.account === undefined ? null : await accountNamed(query, wanted.account)
  const place = [account, wanted.subject ?? null, wanted.before ?? null, wanted.limit]
  const agency = reader.agency?.id ?? null
  // The looks of another agency's people, and what a silent source's desk was told, are that agency's to oversee.
  const { rows } =
    agency === null && !reader.installer
      ? await client.query<Row>('SELECT * FROM read_log_of_none($1, $2, $3, $4)', place)
      : await client.query<Row>('SELECT * FROM read_log($1, $2, $3, $4, $5)', [agency, ...place])
  await audit({
    action: 'log.read',
    subjects: [account, wanted.subject].filter((each) => typeof each === 'string'),
    body: { account: wanted.account ?? null, subject: wanted.subject ?? null },
  })
  const entries = rows.map(({ id, index, recorded_at, erased_under, ...row }) => ({
    ...row,
    entry: id,
    index: index === null ? null : Number(index),
    at: recorded_at.toISOString(),
    erasedUnder: erased_under,
  }))
  return { entries, names: await namesOf(context, [...new Set(entries.flatMap(({ subjects }) => subjects))]) }
}

/** Names of the reader's own people and sources among these identifiers, and of agencies. */
async function namesOf({ client, reader }: Context, subjects: readonly string[]): Promise<LogRead['names']> {
  const { rows } = await client.query<LogRead['names'][string] & { id: string }>(
    `SELECT id, 'account' AS kind, name FROM account WHERE id = ANY ($1::uuid[]) AND ($3 OR agency_id IS NOT DISTINCT FROM $2)
     UNION ALL SELECT id, 'agency', name FROM agency WHERE id = ANY ($1::uuid[])
     UNION ALL SELECT id, 'source', name FROM source WHERE id = ANY ($1::uuid[]) AND ($3 OR agency_id = $2)`,
    [subjects, reader.agency?.id ?? null, reader.installer],
  )
  return Object.fromEntries(rows.map(({ id, kind, name }) => [id, { kind, name }]))
}

async function accountNamed(query: Context['query'], name: string): Promise<string> {
  const found = await query.selectFrom('account').select('id').where('name', '=', name).executeTakeFirst()
  if (!found) throw new ProofmarkError('not_found', { what: name })
  return found.id
}
