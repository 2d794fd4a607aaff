import type { ThingVerdict } from '@proofmark/contract/thing-words'

/** What somebody judged of two things; of a pair the highest number counts. */
export interface Judged {
  readonly first: string
  readonly second: string
  readonly number: bigint
  readonly verdict: ThingVerdict
}

export interface Pair {
  readonly first: string
  readonly second: string
}

const nameOf = ({ first, second }: Pair) => (first < second ? `${first} ${second}` : `${second} ${first}`)

/** The verdict that stands for each pair; a withdrawn one is none. */
export function standingVerdicts(judged: readonly Judged[]): readonly Judged[] {
  const last = new Map<string, Judged>()
  for (const each of judged) {
    const known = last.get(nameOf(each))
    if (known === undefined || known.number < each.number) last.set(nameOf(each), each)
  }
  return [...last.values()].filter(({ verdict }) => verdict !== 'withdrawn')
}

/**
 * The things that are one with this one, itself among them, in the order of their identifiers: all that a chain of `same` leads to.
 * In whatever order it was judged, the same verdicts give the same answer. Where two of them were judged different, people
 * contradict each other, and both stand.
 */
export function oneWith(
  thing: string,
  judged: readonly Judged[],
): { readonly things: readonly string[]; readonly contradictions: readonly Pair[] } {
  const standing = standingVerdicts(judged)
  const beside = new Map<string, string[]>()
  for (const { first, second, verdict } of standing) {
    if (verdict !== 'same') continue
    beside.set(first, [...(beside.get(first) ?? []), second])
    beside.set(second, [...(beside.get(second) ?? []), first])
  }
  const things = new Set([thing])
  for (const each of things) for (const other of beside.get(each) ?? []) things.add(other)
  const contradictions = standing
    .filter(({ first, second, verdict }) => verdict === 'different' && things.has(first) && things.has(second))
    .map(({ first, second }) => (first < second ? { first, second } : { first: second, second: first }))
    .sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))
  return { things: [...things].sort(), contradictions }
}
