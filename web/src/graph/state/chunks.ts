import type { NodeName } from '@proofmark/contract/schemas/graph'

/** From so many nodes a step can be taken at once. */
export const MOST_ASKED = 200
/** So many can be asked at once how they are tied to each other. */
const MOST_TOGETHER = 2_000

/**
 * The questions by which every tie between these nodes is heard of, though no question may name them all: each two
 * halves of a question are once asked together.
 */
export function questionsFor(names: readonly NodeName[], most = MOST_TOGETHER): NodeName[][] {
  if (names.length <= most) return names.length === 0 ? [] : [[...names]]
  const half = Math.max(1, Math.floor(most / 2))
  const parts = Array.from({ length: Math.ceil(names.length / half) }, (_, place) =>
    names.slice(place * half, (place + 1) * half),
  )
  return parts.flatMap((part, place) => parts.slice(place + 1).map((other) => [...part, ...other]))
}
