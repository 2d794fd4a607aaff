import { FEWEST_LEFT, IN_A_RUN, LOSSES } from '../../mix/damage-shares.ts'
import { LOST } from '../../mix/edits-between.ts'
import { countsOf } from './shares.ts'

const counts = countsOf(LOSSES)

/** How many of `items` things can be taken from `of`. */
function waysOf(items: number, of: number): number {
  if (items < 0 || items > of) return 0
  let ways = 1
  for (let taken = 1; taken <= items; taken++) ways = (ways * (of - items + taken)) / taken
  return ways
}

/** By number: how probable it is that so many of `length` characters are lost. All 0 where too few would be left. */
function countsAt(length: number): number[] {
  const most = length - FEWEST_LEFT
  const capped: number[] = Array(Math.max(most, 0) + 1).fill(0)
  if (most > 0) for (const [count, probability] of counts.entries()) capped[Math.min(count, most)]! += probability
  return capped
}

const byLength = Array.from({ length: 40 }, (_, length) => countsAt(length))

/** How probable it is that just these characters are lost of what was read. */
export function lossProbability(read: string): number {
  let [lost, first, last] = [0, -1, -1]
  for (let at = 0; at < read.length; at++) {
    if (read[at] !== LOST) continue
    if (first < 0) first = at
    last = at
    lost++
  }
  const drawn = lost === 0 ? 0 : (byLength[read.length]?.[lost] ?? 0)
  if (drawn === 0) return 0
  const run = last - first + 1 === lost ? IN_A_RUN / (read.length - lost + 1) : 0
  return drawn * (run + (1 - IN_A_RUN) / waysOf(lost, read.length))
}

/** How probable it is that these characters of `length`, in order, are among the lost. */
export function coverProbability(length: number, positions: readonly number[]): number {
  const span = positions.at(-1)! - positions[0]! + 1
  return (byLength[length] ?? []).reduce((sum, drawn, lost) => {
    if (drawn === 0 || lost === 0) return sum
    const earliest = Math.max(0, positions.at(-1)! - lost + 1)
    const latest = Math.min(positions[0]!, length - lost)
    const runs = lost < span ? 0 : Math.max(0, latest - earliest + 1) / (length - lost + 1)
    const scattered = waysOf(lost - positions.length, length - positions.length) / waysOf(lost, length)
    return sum + drawn * (IN_A_RUN * runs + (1 - IN_A_RUN) * scattered)
  }, 0)
}
