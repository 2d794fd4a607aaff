import type { MarkCharacter } from '@proofmark/domain/marking'
import { backgrounds, shapeOf } from '../background.ts'
import type { DamageShares } from '../model.ts'
import { RUN, type Symbols } from './codes.ts'

const LEAST = 1e-300

/**
 * The binary logarithm of how often a firearm's number, damaged or not, reads like a mark. Marks of one shape have one
 * background, and there are few shapes.
 */
export function markBackgrounds(
  { alternatives }: Symbols,
  shares: DamageShares,
): (codes: Uint8Array, from: number, to: number) => number {
  const backgroundOf = backgrounds(shares)
  const characters = alternatives.map(
    (readings, code): MarkCharacter => ({
      state: readings.length === 1 ? 'clear' : 'lost',
      alternatives: readings,
      run: code === RUN,
    }),
  )
  const shapes = characters.map(shapeOf)
  const known = new Map<string, number>()
  return (codes, from, to) => {
    let shape = ''
    for (let at = from; at < to; at++) shape += shapes[codes[at]!]!
    const found = known.get(shape)
    if (found !== undefined) return found
    const mark = Array.from(codes.subarray(from, to), (code) => characters[code]!)
    const bits = Math.log2(Math.max(LEAST, backgroundOf(mark).read))
    known.set(shape, bits)
    return bits
  }
}
