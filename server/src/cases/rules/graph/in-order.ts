import { adjacency, byWeight, MOST_PATHS, MOST_STEPS, type Path, type Search, type Step, weightOf } from './paths.ts'
import { STANDING_WEIGHT } from './relevance.ts'
import type { Tied } from './tied.ts'

/** A day of the calendar (ISO 8601), and before all of them: nothing that has a day came yet. */
type Day = string
const BEFORE_ALL: Day = ''

type Period = Pick<Tied, 'fromDay' | 'toDay'>

/**
 * The earliest day on which something of this period may have been, where what goes before it was on `after` at the
 * earliest; null where its period had ended by then. A side of a period that is not known is open: it fits, and no day is
 * made up for it.
 */
export function earliestFollowing(after: Day, { fromDay, toDay }: Period): Day | null {
  const earliest = fromDay !== null && fromDay > after ? fromDay : after
  return toDay !== null && toDay < earliest ? null : earliest
}

/** A way along the same nodes by other ties. */
interface Way {
  readonly steps: readonly Step[]
  readonly after: Day
  readonly worth: number
}

/** Of ways that are evidenced as well, only the one that is done earlier leaves more open. */
function undominated(ways: readonly Way[]): Way[] {
  const ordered = [...ways].sort((one, other) => other.worth - one.worth || (one.after < other.after ? -1 : 1))
  const kept: Way[] = []
  for (const way of ordered) if (kept.every(({ after }) => way.after < after)) kept.push(way)
  return kept
}

const extended = (ways: readonly Way[], from: string, to: string, ties: readonly Tied[]): Way[] =>
  undominated(
    ways.flatMap(({ steps, after, worth }) =>
      ties.flatMap((tie) => {
        const next = earliestFollowing(after, tie)
        if (next === null) return []
        return [{ steps: [...steps, { from, to, tie }], after: next, worth: worth * STANDING_WEIGHT[tie.kind] }]
      }),
    ),
  )

/**
 * The paths of at most so many steps that visit no node twice and whose ties' days do not go back, from the first end to
 * the second: a day can be chosen within each tie's period so that none lies before the one of the step before. Of several
 * ties between two nodes those are taken that keep the order and are best evidenced. Sorted and cut as `pathsBetween`.
 */
export function pathsInOrder(
  ties: Iterable<Tied>,
  { from, to, longest, left }: Search,
): { paths: Path[]; cut: boolean } {
  const next = adjacency(ties)
  const paths: Path[] = []
  const visited = new Set([from])
  let taken = 0
  const follow = (node: string, ways: readonly Way[], length: number): void => {
    for (const [end, between] of next.get(node) ?? []) {
      if (paths.length >= MOST_PATHS || ++taken > MOST_STEPS) return
      if (visited.has(end) || length + 1 + (end === to ? 0 : left(end)) > longest) continue
      const on = extended(ways, node, end, between)
      const best = on[0]
      if (!best) continue
      if (end === to) paths.push({ steps: best.steps, weight: weightOf(best.steps) })
      else {
        visited.add(end)
        follow(end, on, length + 1)
        visited.delete(end)
      }
    }
  }
  follow(from, [{ steps: [], after: BEFORE_ALL, worth: 1 }], 0)
  return { paths: paths.sort(byWeight), cut: paths.length >= MOST_PATHS || taken > MOST_STEPS }
}
