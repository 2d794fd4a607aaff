import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { itemOf } from '../../linkage/queries/item-of.ts'
import { firstTraceDay } from '../../tracing/queries/traces.ts'
import { type BallisticClock, ballisticClocks } from '../rules/ballistics/clocks.ts'
import { type InferredWeapon, inferredWeapons, weaponOf } from '../rules/ballistics/inferred-weapons.ts'
import { countedLevel } from '../rules/ballistics/result.ts'
import { comparisonsAround, type KeptComparison } from './ballistic-comparisons.ts'
import { itemsById, type KeptItem, recoveryDays } from './ballistic-items.ts'
import { hitRecordOf, hitRecords } from './hit-records.ts'

/** A record of a firearm that a weapon is known to be, and whether lives join them for this reader. */
export interface KnownFirearm {
  readonly record: string
  readonly by: 'test_fire' | 'judgement'
  readonly united: boolean
}

/** The weapon that fired an item, with all that is known of it. */
export interface WeaponView {
  readonly asked: string
  readonly weapon: InferredWeapon
  readonly items: readonly KeptItem[]
  readonly others: readonly KeptItem[]
  readonly comparisons: readonly KeptComparison[]
  readonly firearms: readonly KnownFirearm[]
  readonly clocks: readonly BallisticClock[]
  readonly trace: { readonly record: string; readonly due: string } | null
}

/** The firearms of its test fires, and those that somebody judged to be one with what it left at scenes. */
async function firearmsOf(context: Context, items: readonly KeptItem[]): Promise<KnownFirearm[]> {
  const known = await hitRecords(context, items)
  const told = items.flatMap((item) => hitRecordOf(context, known, item) ?? [])
  const fired = [...new Set(items.flatMap(({ record }) => record ?? []))]
  const life = told[0] === undefined ? null : await lifeOf(context, told[0])
  const joined = new Set(life ?? [])
  const judged = [...joined].filter((record) => !told.includes(record) && !fired.includes(record))
  return [
    ...fired.map((record) => ({ record, by: 'test_fire' as const, united: told.length === 0 || joined.has(record) })),
    ...judged.slice(0, 1).map((record) => ({ record, by: 'judgement' as const, united: true })),
  ]
}

const lifeOf = async (context: Context, record: string): Promise<string[]> =>
  itemOf(context, record).then(
    ({ members }) => members.filter(({ link }) => link !== 'working').map((member) => member.record),
    (failure: unknown) => {
      if (failure instanceof ProofmarkError && failure.code === 'not_found') return []
      throw failure
    },
  )

const earliest = (days: readonly (string | null | undefined)[]): string | null =>
  days.filter((day) => typeof day === 'string').sort()[0] ?? null
const dayOf = (moment: Date | null): string | null => moment?.toISOString().slice(0, 10) ?? null

/**
 * The day from which a lead is due: on which the firearm was submitted, or of a weapon that nobody has the later of the two
 * items that were first found alike.
 */
function submissionOf(items: readonly KeptItem[], comparisons: readonly KeptComparison[]): string | null {
  const tested = earliest(items.filter(({ entry }) => entry === 'test_fire').map(({ said }) => said.submitted))
  if (tested !== null) return tested
  const days = new Map(items.map(({ id, said }) => [id, said.submitted ?? null]))
  const pairs = comparisons.flatMap(({ first, second }) => {
    const both = [days.get(first) ?? null, days.get(second) ?? null]
    return both.includes(null) ? [] : [both.sort()[1]]
  })
  return earliest(pairs.length > 0 ? pairs : [...days.values()])
}

async function clocksOf(context: Context, items: readonly KeptItem[], comparisons: readonly KeptComparison[]) {
  const results = comparisons.flatMap((each) => each.results).filter(({ withdrawn }) => !withdrawn)
  const exhibits = items.flatMap(({ exhibit }) => exhibit ?? [])
  const recoveries = await recoveryDays(context, exhibits)
  const records = items.flatMap(({ record }) => record ?? [])
  const known = {
    recovered: earliest(
      items.map(({ said, exhibit }) => said.recovered ?? (exhibit === null ? null : recoveries.get(exhibit))),
    ),
    submitted: submissionOf(items, comparisons),
    trace_requested: records.length === 0 ? null : dayOf(await firstTraceDay(context, records)),
    test_fired: earliest(items.filter(({ entry }) => entry === 'test_fire').map(({ said }) => said.date)),
    lead: earliest(results.filter((each) => countedLevel(each) === 'lead').map(({ said }) => said.on)),
    confirmed: earliest(
      results.filter((each) => countedLevel(each) === 'hit').map(({ verifiedAt }) => dayOf(verifiedAt)),
    ),
    told: earliest(
      comparisons.flatMap(({ referrals }) => referrals.filter(({ act }) => act === 'told')).map(({ at }) => dayOf(at)),
    ),
  }
  const isTraceable = records.length > 0
  const clocks = ballisticClocks(known, context.now.toISOString().slice(0, 10))
  const due = clocks.find(({ step }) => step === 'trace_requested')?.due ?? known.submitted
  const [record] = records
  return {
    clocks: clocks.filter(({ step }) => step !== 'trace_requested' || isTraceable),
    trace: record === undefined || known.trace_requested !== null || due === null ? null : { record, due },
  }
}

/** The weapon that fired an item, as this reader has it. Throws `not_found`. */
export async function weaponView(context: Context, asked: string): Promise<WeaponView> {
  const comparisons = await comparisonsAround(context, asked)
  const ids = new Set([asked, ...comparisons.flatMap(({ first, second }) => [first, second])])
  const known = await itemsById(context, [...ids])
  const weapon = weaponOf(inferredWeapons([...known.keys()], comparisons), asked)
  if (!weapon) throw new ProofmarkError('not_found', { what: asked })
  const inside = new Set(weapon.items)
  const items = weapon.items.map((id) => known.get(id)!)
  const own = comparisons.filter(({ first, second }) => inside.has(first) || inside.has(second))
  return {
    asked,
    weapon,
    items,
    others: [...known.values()].filter(({ id }) => !inside.has(id)),
    comparisons: own,
    firearms: await firearmsOf(context, items),
    ...(await clocksOf(context, items, own)),
  }
}
