import type { BallisticStanding } from '@proofmark/contract/ballistic-words'

/** How a comparison of two items stands. */
export interface Comparison {
  readonly first: string
  readonly second: string
  readonly level: BallisticStanding
}

/** A weapon known by what it fired. */
export interface InferredWeapon {
  /** Its items, in the order in which they were entered. */
  readonly items: readonly string[]
  readonly contradictions: readonly Comparison[]
}

/**
 * The weapons that items came from: those joined by confirmed hits, and by nothing else. A weapon has no name of its own
 * that lasts: it is named by any of its items, most briefly by the first that was entered, and each of them goes on naming
 * the weapon that fired *it*, whatever that weapon is joined with or taken apart into later. The same comparisons in any
 * order give the same weapons. `items` come in the order in which they were entered.
 */
export function inferredWeapons(items: readonly string[], comparisons: readonly Comparison[]): InferredWeapon[] {
  const leads = new Map(items.map((item) => [item, item]))
  const rootOf = (item: string): string => {
    let root = item
    while (leads.get(root) !== root) root = leads.get(root)!
    for (let at = item; at !== root; ) {
      const next = leads.get(at)!
      leads.set(at, root)
      at = next
    }
    return root
  }
  const known = comparisons.filter(({ first, second }) => leads.has(first) && leads.has(second))
  for (const { first, second, level } of known) if (level === 'hit') leads.set(rootOf(first), rootOf(second))
  const excluded = Map.groupBy(
    known.filter(
      ({ first, second, level }) => (level === 'excluded' || level === 'disputed') && rootOf(first) === rootOf(second),
    ),
    ({ first }) => rootOf(first),
  )
  const weapons = Map.groupBy(items, rootOf)
  return [...weapons].map(([root, members]) => ({ items: members, contradictions: excluded.get(root) ?? [] }))
}

/** The weapon that fired an item; null where the item is not among them. */
export const weaponOf = (weapons: readonly InferredWeapon[], item: string): InferredWeapon | null =>
  weapons.find(({ items }) => items.includes(item)) ?? null
