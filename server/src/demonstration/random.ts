/** A stream of chances from a seed: the same nation every time it is made, on every machine. */
export interface Chances {
  /** A number from 0 up to, but not including, 1. */
  readonly next: () => number
  /** A whole number from 0 up to, but not including, `below`. */
  readonly below: (below: number) => number
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** Is the case of probability `share` the one that happens? */
  readonly happens: (share: number) => boolean
}

/** Mulberry32, a small generator of 32 bits of state: good enough to invent a nation, useless for any secret. */
export function chancesFrom(seed: number): Chances {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { next, below, pick: (items) => items[below(items.length)]!, happens: (share) => next() < share }
}
