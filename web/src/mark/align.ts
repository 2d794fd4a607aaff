import type { MarkCharacter } from '@proofmark/domain/marking'
import { lookAlike } from './confusable.ts'

/** What one position says: the two agree, are confusable, say nothing (one is lost), or differ. */
export type Sign = 'agrees' | 'confusable' | 'silent' | 'differs'

/** One position of two marks laid over each other; null where one of them has no character there. */
export interface Column {
  readonly query: MarkCharacter | null
  readonly record: MarkCharacter | null
  readonly sign: Sign
}

const COST: Readonly<Record<Sign, number>> = { agrees: 0, silent: 0.2, confusable: 0.4, differs: 1.5 }

/** Two alternatives are drawn side by side and both count as seen; of three or more the first is what stands there. */
function seen({ alternatives }: MarkCharacter): readonly string[] {
  return alternatives.length <= 2 ? alternatives : alternatives.slice(0, 1)
}

/** What two characters that stand over each other say. */
export function signOf(query: MarkCharacter | null, record: MarkCharacter | null): Sign {
  if (query?.run || record?.run) return 'silent'
  if (!query || !record) return 'differs'
  if (query.alternatives.length === 0 || record.alternatives.length === 0) return 'silent'
  if (seen(query).some((character) => seen(record).includes(character))) return 'agrees'
  if (query.alternatives.some((character) => record.alternatives.includes(character))) return 'confusable'
  return query.alternatives.some((one) => record.alternatives.some((other) => lookAlike(one, other)))
    ? 'confusable'
    : 'differs'
}

interface Step {
  readonly cost: number
  readonly column: Column | null
  readonly next: readonly [number, number]
}

/**
 * Two marks laid over each other at the least disagreement, in order, gaps as empty cells. A run of unknown length
 * reaches over as many characters as it must. Time and memory grow with the product of both lengths.
 */
export function alignMarks(query: readonly MarkCharacter[], record: readonly MarkCharacter[]): Column[] {
  const steps: Step[][] = Array.from({ length: query.length + 1 }, () => [])
  const costAt = (i: number, j: number) => steps[i]?.[j]?.cost ?? 0
  for (let i = query.length; i >= 0; i--) {
    for (let j = record.length; j >= 0; j--) {
      const options: Step[] = []
      const over = (q: MarkCharacter | null, r: MarkCharacter | null, next: readonly [number, number]) => {
        const sign = signOf(q, r)
        options.push({ cost: COST[sign] + costAt(...next), column: { query: q, record: r, sign }, next })
      }
      const q = query[i]
      const r = record[j]
      if (q && r) {
        over(q, r, [i + 1, j + 1])
        if (q.run) over(q, r, [i, j + 1])
        if (r.run) over(q, r, [i + 1, j])
      }
      if (q) over(q, null, [i + 1, j])
      if (r) over(null, r, [i, j + 1])
      steps[i]![j] = options.reduce((best, option) => (option.cost < best.cost ? option : best), options[0] ?? END)
    }
  }
  return walk(steps)
}

const END: Step = { cost: 0, column: null, next: [0, 0] }

function walk(steps: readonly (readonly Step[])[]): Column[] {
  const columns: Column[] = []
  let step = steps[0]?.[0]
  while (step?.column) {
    columns.push(step.column)
    step = steps[step.next[0]]?.[step.next[1]]
  }
  return columns
}
