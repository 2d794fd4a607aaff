import { BALLISTIC_READERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { allComparisons, type KeptComparison } from '../queries/ballistic-comparisons.ts'
import { countItems, itemsById, itemsByWords, type KeptItem, latestItems } from '../queries/ballistic-items.ts'
import { type WeaponView, weaponView } from '../queries/weapon-view.ts'
import { type ComparisonFigures, comparisonFigures } from '../rules/ballistics/figures.ts'
import { type InferredWeapon, inferredWeapons } from '../rules/ballistics/inferred-weapons.ts'
import { type Worth, worthOf } from '../rules/ballistics/referral-worth.ts'
import { countedLevel, stateOf } from '../rules/ballistics/result.ts'

/** The weapon that fired an item. Seeing it is an entry of the log. Throws `role_needed`, `not_found`. */
export async function showBallistics(context: Context, item: string): Promise<WeaponView> {
  needRole(context.reader, BALLISTIC_READERS)
  const view = await weaponView(context, item.toLowerCase())
  await context.audit({ action: 'ballistic.shown', subjects: view.items.map(({ id }) => id) })
  return view
}

/** A command about one item, answered by its weapon as it then stands. */
export const shownAfter =
  <Input>(command: (context: Context, input: Input) => Promise<string>) =>
  async (context: Context, input: Input): Promise<WeaponView> =>
    weaponView(context, await command(context, input))

export interface ListedWeapon {
  readonly weapon: InferredWeapon
  readonly items: readonly KeptItem[]
}

export interface BallisticDesk {
  readonly weapons: readonly ListedWeapon[]
  readonly comparisons: readonly KeptComparison[]
  readonly latest: readonly KeptItem[]
  readonly items: ReadonlyMap<string, KeptItem>
  readonly figures: ComparisonFigures & { readonly items: number }
}

interface Known {
  readonly comparisons: readonly KeptComparison[]
  readonly items: ReadonlyMap<string, KeptItem>
  readonly weapons: readonly InferredWeapon[]
}

async function allKnown(context: Context): Promise<Known> {
  const comparisons = await allComparisons(context)
  const ids = new Set(comparisons.flatMap(({ first, second }) => [first, second]))
  const items = await itemsById(context, [...ids])
  return { comparisons, items, weapons: inferredWeapons([...items.keys()], comparisons) }
}

const LATEST = 30

/** What the desk knows: weapons that fired more than one item, what waits, and figures. Throws `role_needed`. */
export async function listBallistics(context: Context): Promise<BallisticDesk> {
  needRole(context.reader, BALLISTIC_READERS)
  const { comparisons, items, weapons } = await allKnown(context)
  const submitted = (id: string) => items.get(id)?.said.submitted ?? null
  const compared = comparisons.map(({ first, second, results }) => {
    const both = [submitted(first), submitted(second)]
    const leads = results.filter((each) => !each.withdrawn && countedLevel(each) === 'lead').map(({ said }) => said.on)
    return {
      results,
      submitted: both.includes(null) ? null : (both.sort()[1] ?? null),
      firstLead: leads.sort()[0] ?? null,
    }
  })
  await context.audit({ action: 'ballistic.listed' })
  return {
    weapons: weapons
      .filter((weapon) => weapon.items.length > 1)
      .map((weapon) => ({ weapon, items: weapon.items.map((id) => items.get(id)!) })),
    comparisons: comparisons.filter(({ results }) => results.some((each) => stateOf(each) === 'waiting')),
    latest: await latestItems(context, LATEST),
    items,
    figures: { ...comparisonFigures(compared), items: await countItems(context) },
  }
}

const MOST_FOUND = 30

/** Items by words of what is said of them. What was looked for enters no log. Throws `role_needed`. */
export async function findBallistics(
  context: Context,
  { words }: { readonly words: string },
): Promise<{ readonly items: readonly KeptItem[]; readonly more: boolean }> {
  needRole(context.reader, BALLISTIC_READERS)
  const found = await itemsByWords(context, words.trim().split(/\s+/).slice(0, 10), MOST_FOUND + 1)
  const items = found.slice(0, MOST_FOUND)
  await context.audit({
    action: 'ballistic.found',
    subjects: items.map(({ id }) => id),
    body: { results: items.length },
  })
  return { items, more: found.length > items.length }
}

export interface Referral {
  readonly comparison: KeptComparison
  readonly weapon: InferredWeapon
  readonly worth: Worth
  readonly items: readonly [KeptItem, KeptItem]
  readonly firearm: string | null
  /** Scenes that come together where the two are of one weapon. */
  readonly scenes: number
}

const MOST_REFERRALS = 200

/** Its standing when somebody was last told; null where nobody was. */
export const lastTold = ({ referrals }: KeptComparison) => referrals.findLast(({ act }) => act === 'told') ?? null

function referralOf({ items, weapons }: Known, comparison: KeptComparison, today: string): Referral | null {
  const { first, second, level, results, referrals } = comparison
  const [one, other] = [items.get(first), items.get(second)]
  const weaponsOfIt = weapons.filter(({ items: members }) => members.includes(first) || members.includes(second))
  if (!one || !other || weaponsOfIt.length === 0) return null
  const members = weaponsOfIt.flatMap((weapon) => weapon.items).map((id) => items.get(id)!)
  const firearm = members.find(({ record }) => record !== null)?.record ?? null
  const told = lastTold(comparison)
  const outcome = referrals.findLast(({ act }) => act === 'outcome')
  const days = [one, other].flatMap(({ said }) => (said.date?.length === 10 ? [said.date] : [])).sort()
  const scenes = members.filter(({ entry }) => entry === 'fired_item').length
  const worth = worthOf(
    {
      level,
      told: told?.level ?? null,
      hasOutcome: outcome?.level === level,
      firearm: members.some(({ entry }) => entry === 'test_fire'),
      scenes,
      latest: days.at(-1) ?? null,
      since: results.map(({ said }) => said.on).sort()[0] ?? today,
    },
    today,
  )
  return worth && { comparison, weapon: weaponsOfIt[0]!, worth, items: [one, other], firearm, scenes }
}

/**
 * What investigators should hear of, what is worth most first; of equal worth what was said first. Throws `role_needed`.
 */
export async function listReferrals(context: Context): Promise<{ referrals: Referral[]; more: boolean }> {
  needRole(context.reader, BALLISTIC_READERS)
  const known = await allKnown(context)
  const today = context.now.toISOString().slice(0, 10)
  const referrals = known.comparisons
    .flatMap((comparison) => referralOf(known, comparison, today) ?? [])
    .sort(
      (one, other) => other.worth.points - one.worth.points || (one.comparison.first < other.comparison.first ? -1 : 1),
    )
  const page = referrals.slice(0, MOST_REFERRALS)
  await context.audit({
    action: 'ballistic.referrals_listed',
    subjects: page.flatMap(({ items }) => items.map(({ id }) => id)).slice(0, 100),
    body: { results: page.length },
  })
  return { referrals: page, more: referrals.length > page.length }
}
