import { CLOSE, WEAK } from './confusables.ts'
import type { MarkCharacter } from './marking.ts'
import { charactersOf } from './serial-characters.ts'
import { normWithoutLeadingZeros } from './serial-forms.ts'
import { skeleton } from './serial-norm.ts'

/** Costs of DOMAIN 4.7. A whole insertion, deletion or unrelated substitution costs 1. */
export const COST = { close: 0.25, weak: 0.6, transposition: 0.5, leadingZeros: 0.2, edit: 1 } as const

const costs = new Map<string, number>()
for (const pair of WEAK) costs.set(pair, COST.weak)
for (const group of CLOSE) {
  for (const a of group) for (const b of group) if (a !== b) costs.set(a + b, COST.close)
}
for (const [pair, cost] of [...costs]) costs.set(pair[1]! + pair[0]!, cost)

/** What it costs to read one plain character for another: 0, 0.25, 0.6 or 1. Symmetric. */
export function substitutionCost(a: string, b: string): number {
  if (a === b) return 0
  return costs.get(a + b) ?? (skeleton(a) === skeleton(b) ? COST.close : COST.edit)
}

function positionCost(a: MarkCharacter, b: MarkCharacter): number {
  if (a.alternatives.length === 0 || b.alternatives.length === 0) return 0
  let least: number = COST.edit
  for (const one of a.alternatives) {
    for (const other of b.alternatives) least = Math.min(least, substitutionCost(one, other))
  }
  return least
}

const certain = (a: MarkCharacter | undefined, b: MarkCharacter | undefined) =>
  a?.alternatives.length === 1 && b?.alternatives.length === 1 && a.alternatives[0] === b.alternatives[0]

function alignmentCost(a: readonly MarkCharacter[], b: readonly MarkCharacter[]): number {
  const skip = (one: MarkCharacter) => (one.run ? 0 : COST.edit)
  let beforeLast: number[] = []
  let last = [0]
  for (const one of b) last.push(last[last.length - 1]! + skip(one))
  for (let i = 1; i <= a.length; i++) {
    const here = a[i - 1]!
    const row = [last[0]! + skip(here)]
    for (let j = 1; j <= b.length; j++) {
      const there = b[j - 1]!
      const runs = here.run || there.run
      let cost = Math.min(
        last[j]! + (runs ? 0 : COST.edit),
        row[j - 1]! + (runs ? 0 : COST.edit),
        last[j - 1]! + positionCost(here, there),
      )
      if (i > 1 && j > 1 && certain(here, b[j - 2]) && certain(a[i - 2], there)) {
        cost = Math.min(cost, beforeLast[j - 2]! + COST.transposition)
      }
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.length]!
}

/**
 * How far apart two norms are, in edits: weighted Damerau–Levenshtein after DOMAIN 4.7, with confusable characters at
 * 0.25, weaker ones at 0.6, a transposition at 0.5 and zeros missing at the start or after a prefix at 0.2 together.
 * A lost character costs nothing against any one character, a run nothing against any number of them, a doubtful one
 * its best reading. Symmetric; zero for plain norms exactly when they are equal. Two empty norms say nothing about
 * each other: compare norms only where both exist.
 */
export function serialDistance(a: string, b: string): number {
  if (a === b) return 0
  const direct = alignmentCost(charactersOf(a), charactersOf(b))
  const shortA = normWithoutLeadingZeros(a)
  const shortB = normWithoutLeadingZeros(b)
  if (direct <= COST.leadingZeros || (shortA === a && shortB === b)) return direct
  return Math.min(direct, COST.leadingZeros + alignmentCost(charactersOf(shortA), charactersOf(shortB)))
}
