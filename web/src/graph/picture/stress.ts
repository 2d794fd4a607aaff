import type { Point } from '../state/arrangement.ts'

/** A node on its way to its spot. */
export interface Body {
  x: number
  y: number
  readonly fixed: boolean
}

/** So many rounds are gone through; of many nodes fewer, since each round brings each two together. */
const roundsFor = (count: number): number => (count > 250 ? 15 : 40)

/** How many ties lie between each two, along the shortest way; 0 where none leads from the one to the other. */
function stepsBetween(count: number, neighbours: readonly (readonly number[])[]): Uint16Array {
  const steps = new Uint16Array(count * count)
  for (let from = 0; from < count; from++) {
    let level = [from]
    for (let far = 1; level.length > 0; far++) {
      const next: number[] = []
      for (const here of level)
        for (const other of neighbours[here]!) {
          if (other === from || steps[from * count + other] !== 0) continue
          steps[from * count + other] = far
          next.push(other)
        }
      level = next
    }
  }
  return steps
}

/**
 * Lets each two stand as far apart as there are ties between them, near ones above all (stress, by descent along one pair after
 * another: Zheng, Pawar, Goodman, “Graph Drawing by Stochastic Gradient Descent”, 2018, here with the pairs in a set order, so
 * that the same graph lies in the same way). `apart`: how far apart two tied ones want to stand. Changes the bodies.
 */
export function settle(bodies: readonly Body[], neighbours: readonly (readonly number[])[], apart: number): void {
  const count = bodies.length
  const steps = stepsBetween(count, neighbours)
  const widest = steps.reduce((most, each) => Math.max(most, each), 1)
  const rounds = roundsFor(count)
  for (let round = 0; round < rounds; round++) {
    const done = round / (rounds - 1)
    const heat = (widest * widest) ** (1 - done) * 0.1 ** done
    // Far ones and near ones in turn, by a stride that meets each once.
    for (let stride = 1; stride < count; stride++)
      for (let one = 0; one + stride < count; one++) {
        const far = steps[one * count + one + stride]!
        if (far > 0) bring(bodies[one]!, bodies[one + stride]!, far * apart, Math.min(1, heat / (far * far)))
      }
  }
}

/** Brings two nearer to the distance that they want, by this share of the way. */
function bring(one: Body, other: Body, wanted: number, share: number): void {
  if (one.fixed && other.fixed) return
  const [dx, dy] = [other.x - one.x, other.y - one.y]
  const length = Math.hypot(dx, dy) || 1
  const moved = ((length - wanted) / length) * share * (one.fixed || other.fixed ? 1 : 0.5)
  if (!one.fixed) [one.x, one.y] = [one.x + dx * moved, one.y + dy * moved]
  if (!other.fixed) [other.x, other.y] = [other.x - dx * moved, other.y - dy * moved]
}

/** Spots on a spiral, each apart from the others: where nothing is known yet. */
export function onSpiral(place: number, apart: number): Point {
  const angle = place * Math.PI * (3 - Math.sqrt(5))
  const reach = apart * Math.sqrt(place)
  return { x: reach * Math.cos(angle), y: reach * Math.sin(angle) }
}
