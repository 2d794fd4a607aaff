import type { BallisticLevel } from '@proofmark/contract/custody-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import { canonicalJson, type PlainData } from '@proofmark/proofs/canonical'
import type { Context } from '../../access/context.ts'
import { keyedHash } from '../../records/rules/keyed-hash.ts'
import type { SaidResult } from '../../store/ballistic-tables.ts'
import type { KeptItem } from '../queries/ballistic-items.ts'

/** Takes the turn to write about comparisons, for the rest of the transaction: what one joins another may take apart. */
export async function holdBallistics({ client }: Context): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('ballistics', 0))`)
}

/**
 * The agency in whose name the reader examines; for the installer's shell the only one that there is. Throws
 * `ballistic_agency_needed`.
 */
export async function examiningAgency({
  reader,
  query,
}: Context): Promise<{ readonly id: string; readonly name: string }> {
  if (reader.agency !== null) return reader.agency
  const agencies = reader.installer ? await query.selectFrom('agency').select(['id', 'name']).limit(2).execute() : []
  const [only, ...others] = agencies
  if (!only || others.length > 0) throw new ProofmarkError('ballistic_agency_needed')
  return only
}

/** What was said, as HMAC-SHA-256: equal exactly when it is the same. */
export const saidHash = (secret: Buffer, said: unknown): Buffer =>
  keyedHash(secret, `ballistic\0${Buffer.from(canonicalJson(said as PlainData)).toString('utf8')}`)

/** Nothing happened after tomorrow: clocks of two places may be a day apart. */
export const isPastDay = (day: string, now: Date): boolean =>
  day <= new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)

export interface NewResult {
  readonly id: string
  readonly ends: readonly [KeptItem, KeptItem]
  readonly level: BallisticLevel
  readonly said: SaidResult
}

/** Two items in the order in which every comparison of them is kept. */
export const inOrder = (ends: readonly [KeptItem, KeptItem]): readonly [KeptItem, KeptItem] =>
  ends[0].id < ends[1].id ? ends : [ends[1], ends[0]]

/** What a result says as it is hashed: equal for the same result sent again. */
export const resultHash = ({ recordSecret }: Context, { ends, level, said }: Omit<NewResult, 'id'>): Buffer =>
  saidHash(recordSecret, { ends: inOrder(ends).map(({ id }) => id), level, said })

/** Writes a result under its identifier. False where it is there already; throws `ballistic_id_used` where that says something else. */
export async function writeResult(context: Context, result: NewResult): Promise<boolean> {
  const { query, reader } = context
  const [first, second] = inOrder(result.ends)
  const content = resultHash(context, result)
  const known = await query
    .selectFrom('ballistic_result')
    .select('content_hmac as content')
    .where('id', '=', result.id)
    .executeTakeFirst()
  if (known?.content.equals(content)) return false
  if (known) throw new ProofmarkError('ballistic_id_used', { id: result.id })
  await query
    .insertInto('ballistic_result')
    .values({
      id: result.id,
      first_id: first.id,
      second_id: second.id,
      vis: first.vis,
      other_vis: second.vis,
      agency_id: (await examiningAgency(context)).id,
      kind: 'result',
      of_id: null,
      level: result.level,
      said: JSON.stringify(result.said),
      reason: null,
      content_hmac: content,
      by_account: reader.account,
    })
    .execute()
  return true
}
