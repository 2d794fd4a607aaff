import { NO_VOCABULARY } from '../../domain/src/vocabulary.ts'
import { nearKeys } from '../../matching/src/query-keys.ts'
import { type AskedItem, askedByRow } from '../../server/src/linkage/rules/asked-item.ts'
import type { Installation } from './installation.ts'
import type { Recovery } from './mix/recoveries.ts'
import { DAMAGES, type Damage } from './mix/serial-damage.ts'

/** A recovery as it is asked for, with what only the bench knows. */
export interface Asked {
  readonly damage: Damage
  /** The record that it is. */
  readonly truth: string
  readonly stated: Readonly<Record<string, string>>
}

/** The recoveries as the rows of a file that a clerk wrote, each with the record of its register entry. */
export async function askedFor({ owner }: Installation, recoveries: readonly Recovery[]): Promise<Asked[]> {
  const { rows } = await owner.query<{ id: string; key: string }>(
    'SELECT id, source_key AS key FROM record WHERE source_key = ANY ($1)',
    [recoveries.map(({ truth }) => truth)],
  )
  const idOf = new Map(rows.map(({ id, key }) => [key, id]))
  return recoveries.map(({ damage, truth, serial, make, model, calibre, type, country, year }) => ({
    damage,
    truth: idOf.get(truth)!,
    stated: { serial, make, model, calibre, type, country, year },
  }))
}

/** Reads what is asked, as a batch look-up does. */
export const readAsked = ({ stated }: Asked): AskedItem => askedByRow(stated, NO_VOCABULARY)

/** The keys of the near path. */
export const nearKeysOf = ({ marks }: AskedItem): number[] => [...new Set(marks.flatMap(nearKeys))]

/** Of the answers, the share for which something holds: by kind of damage, and of all. */
export type ShareByDamage = Readonly<Partial<Record<Damage | 'all', number>>>

export function shareByDamage<Answer extends { readonly damage: Damage }>(
  answers: readonly Answer[],
  holds: (answer: Answer) => boolean,
): ShareByDamage {
  const share = (some: readonly Answer[]) => some.filter(holds).length / some.length
  const kinds = DAMAGES.map((kind) => [kind, answers.filter(({ damage }) => damage === kind)] as const)
  const present = kinds.filter(([, some]) => some.length > 0).map(([kind, some]) => [kind, share(some)])
  return Object.fromEntries([...present, ['all', share(answers)]])
}

/** The shares of several things, a line a kind of damage. */
export function damageLines(title: string, shares: Readonly<Record<string, ShareByDamage>>): string[] {
  const names = Object.keys(shares)
  const kinds = Object.keys(shares[names[0]!]!) as (Damage | 'all')[]
  return [
    title,
    ...kinds.map((kind) => {
      const parts = names.map((name) => `${name} ${(100 * shares[name]![kind]!).toFixed(2)} %`)
      return `  ${kind}: ${parts.join(', ')}`
    }),
  ]
}
