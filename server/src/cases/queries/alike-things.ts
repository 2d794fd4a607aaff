import type { NodeKind, ThingKind } from '@proofmark/contract/case-words'
import type { ValueField } from '@proofmark/contract/thing-words'
import { STRONG_FIELDS } from '@proofmark/domain/identifiers/value-fields'
import type { Context } from '../../access/context.ts'
import type { ThingFacts } from '../rules/may-be-one.ts'
import { VISIBLE_END } from './expand/visible-end.ts'
import { findThings, labelsOf, type ThingValue, valuesOf } from './things.ts'
import { type Tie, tiesOf } from './ties.ts'

/** A value that more things share than this says nothing of any two of them, nor does an address that more are tied to. */
export const MOST_SHARING = 8
/** So many are counted of what too many share. */
const MOST_COUNTED = 200

export interface CommonValue {
  readonly field: ValueField
  readonly key: Buffer
  readonly things: number
}

const FOUND_BY: readonly ValueField[] = ['name', 'alias', ...STRONG_FIELDS]
const LINKING: readonly NodeKind[] = ['telephone', 'address', 'account', 'vehicle', 'parcel', 'listing']

/** Pairs of things of one kind of which a value is said that reads the same, and the values that too many share. */
export async function thingsAlike(
  context: Context,
  things: readonly { readonly id: string; readonly kind: ThingKind }[],
) {
  const focus = new Map(things.map((each) => [each.id, each.kind]))
  const said = (await valuesOf(context, [...focus.keys()])).filter(
    ({ key, field, withdrawnAt }) => key !== null && withdrawnAt === null && FOUND_BY.includes(field),
  )
  const byKey = new Map<string, ThingValue>(said.map((each) => [each.key!.toString('hex'), each]))
  const { rows } = await context.client.query<{ key: Buffer; thing: string; kind: ThingKind }>(
    `SELECT k.key, found.thing_id AS thing, t.kind FROM unnest($1::bytea[]) AS k (key)
     CROSS JOIN LATERAL (SELECT DISTINCT v.thing_id FROM thing_value v WHERE v.key = k.key AND v.withdrawn_at IS NULL LIMIT ${MOST_COUNTED}) AS found
     JOIN thing t ON t.id = found.thing_id`,
    [[...byKey.values()].map(({ key }) => key)],
  )
  const sharing = new Map<string, { thing: string; kind: ThingKind }[]>()
  for (const { key, thing, kind } of rows)
    sharing.set(key.toString('hex'), [...(sharing.get(key.toString('hex')) ?? []), { thing, kind }])
  const common: CommonValue[] = []
  const pairs = new Map<string, readonly [string, string]>()
  for (const [key, { field, key: bytes }] of byKey) {
    const all = sharing.get(key) ?? []
    if (all.length > MOST_SHARING) {
      common.push({ field, key: bytes!, things: all.length })
      continue
    }
    for (const one of all)
      for (const other of all)
        if (one.thing < other.thing && one.kind === other.kind && (focus.has(one.thing) || focus.has(other.thing)))
          pairs.set(`${one.thing} ${other.thing}`, [one.thing, other.thing])
  }
  common.sort((one, other) => one.key.compare(other.key))
  return {
    pairs: [...pairs.values()].sort(([one, two], [other, second]) => (one + two < other + second ? -1 : 1)),
    common,
  }
}

/** Of what too many are tied to, nothing follows: a police station's address. Ties to what is hidden do not count. */
async function tiedToFew(context: Context, neighbours: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await context.client.query<{ node: string }>(
    `SELECT n.node FROM unnest($1::uuid[]) AS n (node)
     WHERE (SELECT count(*) FROM (
       SELECT FROM tie t WHERE t.node_id = n.node AND t.withdrawn_at IS NULL AND ${VISIBLE_END} LIMIT ${MOST_SHARING + 1}
     ) AS few) <= ${MOST_SHARING}`,
    [neighbours],
  )
  return new Set(rows.map(({ node }) => node))
}

/** What is known of these things that may tell them from others, as far as the reader may see. */
export async function factsOf(context: Context, things: readonly string[]): Promise<ReadonlyMap<string, ThingFacts>> {
  const values = (await valuesOf(context, things)).filter(
    ({ value, withdrawnAt }) => value !== null && withdrawnAt === null,
  )
  const ties = (await tiesOf(context, things)).filter(
    ({ withdrawnAt, otherKind }: Tie) => withdrawnAt === null && LINKING.includes(otherKind),
  )
  const seen = await findThings(
    context,
    ties.map(({ other }) => other),
  )
  const few = await tiedToFew(context, [...seen.keys()])
  const labels = await labelsOf(context, seen.values())
  return new Map(
    things.map((thing) => [
      thing,
      {
        values: values.filter((each) => each.thing === thing).map(({ field, value }) => ({ field, value: value! })),
        neighbours: new Map(
          ties
            .filter((tie) => tie.node === thing && few.has(tie.other))
            .map(({ other }) => [other, labels.get(other) ?? null]),
        ),
      },
    ]),
  )
}
