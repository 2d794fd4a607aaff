import type { Standing, ThingKind } from '@proofmark/contract/case-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { ThingEvaluation } from '@proofmark/contract/schemas/thing'
import type { ValueField, ValueHint } from '@proofmark/contract/thing-words'
import type { Context } from '../../access/context.ts'
import { labelOf } from '../rules/label.ts'

export interface Thing {
  readonly id: string
  readonly kind: ThingKind
  readonly vis: number
  readonly case: string | null
  readonly agency: string
  readonly at: Date
}

/** What stands beside a value: where it comes from, and how it looks. */
export interface SaidOfValue {
  readonly source?: string
  readonly record?: string
  readonly country?: string
  readonly on?: string
  readonly fileName?: string
  readonly capturedAt?: string
  readonly evaluation?: ThingEvaluation
  readonly script?: string
  readonly hint?: ValueHint
}

export interface ThingValue {
  readonly thing: string
  readonly id: string
  readonly vis: number
  readonly field: ValueField
  readonly value: string | null
  readonly key: Buffer | null
  readonly standing: Standing
  readonly said: SaidOfValue
  readonly reviewOn: string | null
  readonly by: string
  readonly at: Date
  readonly withdrawnAt: Date | null
}

/** The things of these identifiers that the reader may see. */
export async function findThings({ query }: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Thing>> {
  if (ids.length === 0) return new Map()
  const rows = await query
    .selectFrom('thing')
    .select(['id', 'kind', 'vis', 'case_id as case', 'agency_id as agency', 'opened_at as at'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Throws `not_found`, in the same words for a thing that is hidden and one that does not exist. */
export async function needThing(context: Context, id: string): Promise<Thing> {
  const found = (await findThings(context, [id])).get(id.toLowerCase())
  if (!found) throw new ProofmarkError('not_found', { what: id })
  return found
}

/** What is said of these things, as it was said, in order; what was withdrawn as well. */
export async function valuesOf({ query }: Context, things: readonly string[]): Promise<readonly ThingValue[]> {
  if (things.length === 0) return []
  const rows = await query
    .selectFrom('thing_value')
    .select(['thing_id as thing', 'id', 'vis', 'field', 'value', 'key', 'standing', 'said'])
    .select(['review_on as reviewOn', 'said_by as by', 'said_at as at', 'withdrawn_at as withdrawnAt'])
    .where('thing_id', 'in', [...new Set(things)])
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ ...row, said: row.said as SaidOfValue }))
}

/** What each of these things is called, by what stands of it. */
export async function labelsOf(context: Context, things: Iterable<Thing>): Promise<ReadonlyMap<string, string | null>> {
  const all = [...things]
  const standing = (
    await valuesOf(
      context,
      all.map(({ id }) => id),
    )
  ).filter(({ withdrawnAt }) => withdrawnAt === null)
  return new Map(
    all.map(({ id, kind }) => [
      id,
      labelOf(
        kind,
        standing.filter(({ thing }) => thing === id),
      ),
    ]),
  )
}
