import { createHash } from 'node:crypto'
import type { LinkedRecord } from '../../linkage/rules/pair.ts'
import type { WeighedPair } from '../../linkage/rules/weigh-pairs.ts'
import type { Groups } from './open-pairs.ts'

/** Which pairs are meant, of those between two sources that no person has judged. */
export interface ManyFilter {
  readonly sameMark: boolean
  readonly sameMake: boolean
  readonly least: number
  readonly most: number
}

const hasLevel = ({ evidence }: WeighedPair, field: string, level: string): boolean =>
  evidence?.levels.some((each) => each.field === field && each.level === level) === true

/** Is this one of the pairs that are meant? */
export function isMeant(pair: WeighedPair, { sameMark, sameMake, least, most }: ManyFilter): boolean {
  if (pair.by === 'person' || pair.verdict === null || pair.relation !== 'same') return false
  if (pair.probability < least || pair.probability > most) return false
  return (!sameMark || hasLevel(pair, 'serial', 'exact')) && (!sameMake || hasLevel(pair, 'make', 'same'))
}

/** How many firearms there are now, how many there would be, and how many pairs would stay apart all the same. */
export function joinedBy(
  pairs: readonly WeighedPair[],
  groups: Groups,
  records: ReadonlyMap<string, LinkedRecord>,
): { readonly now: number; readonly after: number; readonly heldBack: number } {
  const nameOf = (id: string) => groups.get(id)?.[0] ?? id
  const named = new Map<string, string>()
  const root = (id: string): string => {
    const above = named.get(id)
    return above === undefined || above === id ? id : root(above)
  }
  let heldBack = 0
  const touched = new Set(pairs.flatMap(({ record, other }) => [nameOf(record), nameOf(other)]))
  for (const { record, other } of pairs) {
    const [one, two] = [records.get(record), records.get(other)]
    if (one?.register && one.register === two?.register && one.entry !== two.entry) heldBack++
    else named.set(root(nameOf(record)), root(nameOf(other)))
  }
  return { now: touched.size, after: new Set([...touched].map(root)).size, heldBack }
}

/** The identifier of one judgement of a decision over many: the same decision makes the same judgement (a version 8 UUID). */
export function judgementOfMany(decision: string, record: string, other: string): string {
  const [first, second] = record < other ? [record, other] : [other, record]
  const hash = createHash('sha256').update(`${decision} ${first} ${second}`).digest().subarray(0, 16)
  hash[6] = (hash[6]! & 0x0f) | 0x80
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
