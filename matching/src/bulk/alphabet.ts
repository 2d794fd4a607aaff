import type { MarkCharacter } from '@proofmark/domain/marking'
import { skeleton } from '@proofmark/domain/serial-norm'
import { CODES, LOST, RUN, type Symbols } from './codes.ts'

const PLAIN = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/**
 * Gives each position that a mark can have a code: a letter or digit, several readings of one, a lost one, a run. Two
 * rolls that are compared share one alphabet. What comes when all codes are taken is held for lost: unknown, not wrong.
 */
export class Alphabet {
  private readonly codes = new Map<string, number>()
  private readonly alternatives: (readonly string[])[] = [...[...PLAIN].map((one) => [one]), [], []]

  codeOf({ alternatives, run }: MarkCharacter): number {
    if (run) return RUN
    if (alternatives.length === 0) return LOST
    if (alternatives.length === 1) {
      const plain = PLAIN.indexOf(alternatives[0]!)
      if (plain >= 0) return plain
    }
    const key = [...alternatives].sort().join('')
    const known = this.codes.get(key)
    if (known !== undefined) return known
    const code = this.alternatives.length
    if (code >= CODES) return LOST
    this.alternatives.push([...alternatives])
    this.codes.set(key, code)
    return code
  }

  /** The codes given so far. */
  symbols(): Symbols {
    const classes = new Uint8Array(CODES).fill(LOST)
    const ofClass = new Map<string, number>()
    for (const [code, alternatives] of this.alternatives.entries()) {
      if (code === RUN) classes[code] = RUN
      const folded = new Set(alternatives.map(skeleton))
      const [only] = folded
      if (folded.size !== 1 || only === undefined) continue
      if (!ofClass.has(only)) ofClass.set(only, PLAIN.includes(only) ? PLAIN.indexOf(only) : code)
      classes[code] = ofClass.get(only)!
    }
    return { alternatives: [...this.alternatives], classes }
  }
}
