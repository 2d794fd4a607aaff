import { createHash } from 'node:crypto'

/** One of two that do not see each other. */
export interface Side {
  readonly agency: string
  /** Null: what is kept outside of any case. */
  readonly case: string | null
  /** The class of those who work in the case. */
  readonly vis: number | null
  /** A question or an operation; null for what is only kept. */
  readonly about: string | null
  /** Nobody but the officer of its agency may learn that it met. */
  readonly silent: boolean
  /** Whom to call, where an operation says so; else the desk of the agency. */
  readonly contact: string | null
}

/** Whose side it is, however often they ask: operations apart, since each has its own place and time. */
const sideName = ({ agency, case: id, about, silent }: Side, each: boolean): string =>
  [agency, id ?? '', silent, each ? (about ?? '') : ''].join(' ')

/**
 * The hash of two sides and of what they share, the same from either side: so they meet once, under one handle. `each`:
 * every operation is a side of its own.
 */
export function pairOf(shared: string, sides: readonly [Side, Side], each: boolean): Buffer {
  const names = sides.map((side) => sideName(side, each)).sort()
  return createHash('sha256')
    .update([shared, ...names].join('\0'))
    .digest()
}

/** The same side only once, the first that is named; silent ones last, so that none of them keeps the asker from others. */
export function onceEach(sides: readonly Side[], each: boolean): Side[] {
  const known = new Map<string, Side>()
  for (const side of sides.toSorted((one, other) => Number(one.silent) - Number(other.silent))) {
    const name = sideName(side, each)
    if (!known.has(name)) known.set(name, side)
  }
  return [...known.values()]
}
