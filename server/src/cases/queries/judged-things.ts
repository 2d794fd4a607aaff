import type { Context } from '../../access/context.ts'
import { type Judged, oneWith, standingVerdicts } from '../rules/one-thing.ts'

export interface JudgedBy extends Judged {
  readonly id: string
  readonly why: string | null
  readonly by: string
  readonly at: Date
}

/** What was judged to be one with a thing and is still known, as far as the reader sees it; nothing where the thing itself was erased. */
export async function keptAsOne(context: Context, thing: string) {
  const { things, contradictions } = oneWith(thing, await verdictsAround(context, [thing]))
  const rows = await context.query
    .selectFrom('thing_erasure')
    .select('thing_id')
    .where('thing_id', 'in', things)
    .execute()
  const erased = new Set(rows.map(({ thing_id }) => thing_id))
  const others = erased.has(thing) ? [] : things.filter((each) => each !== thing && !erased.has(each))
  return { others, contradictions }
}

/** Chains of verdicts are followed so far beyond what is asked about; whoever makes longer ones sees the nearest. */
const [MOST_ROUNDS, MOST_BEYOND] = [12, 500]

/** Every verdict about these things that the reader may see: about things that both are the reader's to see. */
export async function verdictsAbout({ query }: Context, things: readonly string[]): Promise<readonly JudgedBy[]> {
  if (things.length === 0) return []
  const rows = await query
    .selectFrom('thing_judgement')
    .innerJoin('account', 'account.id', 'thing_judgement.judged_by')
    .select(['thing_judgement.id', 'thing_id as first', 'other_id as second', 'number', 'verdict', 'why'])
    .select(['account.name as by', 'judged_at as at'])
    .where('thing_id', 'in', [...new Set(things)])
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ ...row, number: BigInt(row.number) }))
}

/** Every verdict that what these things are one with follows from. */
export async function verdictsAround(context: Context, things: readonly string[]): Promise<readonly JudgedBy[]> {
  const known = new Set<string>()
  const found: JudgedBy[] = []
  let asked = [...new Set(things)]
  const most = asked.length + MOST_BEYOND
  for (let round = 0; asked.length > 0 && round < MOST_ROUNDS && known.size < most; round++) {
    for (const each of asked) known.add(each)
    const verdicts = await verdictsAbout(context, asked)
    found.push(...verdicts)
    const same = standingVerdicts(verdicts).filter(({ verdict }) => verdict === 'same')
    asked = [...new Set(same.map(({ second }) => second))].filter((each) => !known.has(each))
  }
  return found
}
