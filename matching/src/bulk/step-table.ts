import { CODES, isDigitCode, LOST, RUN, type Symbols } from './codes.ts'

/** How one position came to be read as another. */
export const STEP = {
  same: 0,
  filled: 1,
  confusedZero: 2,
  confusedOther: 3,
  substituted: 4,
  substitutedAcross: 5,
} as const

/** What it costs to read one code where another stands, in bits, and how; what depends on learned shares is not in it. */
export interface StepTable {
  readonly bits: Float32Array
  readonly step: Uint8Array
  /** What a code costs of which nothing is known on the other side. */
  readonly chance: Float32Array
}

/** A letter is one of eight and not of twenty-six: makers use few prefixes, and consignments share them. */
const CHANCE = { digit: Math.log2(10), letter: Math.log2(8) } as const
const OTHERS = { digit: Math.log2(9), letter: Math.log2(25), across: Math.log2(26) } as const

const ZEROS = /^[0OQ]$/
const isDigit = (text: string) => /^\p{N}$/u.test(text)

function clearStep(one: string, other: string, alike: boolean): readonly [bits: number, step: number] {
  if (one === other) return [0, STEP.same]
  if (alike) return [0, ZEROS.test(one) && ZEROS.test(other) ? STEP.confusedZero : STEP.confusedOther]
  if (isDigit(one) !== isDigit(other)) return [OTHERS.across, STEP.substitutedAcross]
  return [isDigit(one) ? OTHERS.digit : OTHERS.letter, STEP.substituted]
}

/** A substitution is dearer than anything else between two codes, whatever the shares. */
const DEARER = 64

/** Works the table out for all codes of an alphabet. */
export function stepTable({ alternatives, classes }: Symbols, skeleton: (text: string) => string): StepTable {
  const table = {
    bits: new Float32Array(CODES * CODES),
    step: new Uint8Array(CODES * CODES),
    chance: new Float32Array(CODES),
  }
  for (const [stood, ones] of alternatives.entries()) {
    const first = ones[0]
    table.chance[stood] =
      first === undefined ? 0 : Math.max(0, (isDigit(first) ? CHANCE.digit : CHANCE.letter) - Math.log2(ones.length))
    for (const [read, others] of alternatives.entries()) {
      const at = stood * CODES + read
      if (read === LOST || read === RUN || stood === RUN) {
        table.step[at] = STEP.filled
        continue
      }
      if (stood === LOST) {
        table.bits[at] = others[0] !== undefined && isDigitCode(read) ? CHANCE.digit : CHANCE.letter
        table.step[at] = STEP.filled
        continue
      }
      let [bits, step] = [Number.POSITIVE_INFINITY, 0]
      for (const one of ones)
        for (const other of others) {
          const alike =
            classes[stood] === classes[read] && classes[stood] !== LOST ? true : skeleton(one) === skeleton(other)
          const [cost, way] = clearStep(one, other, alike)
          if (cost + DEARER * Number(way >= STEP.substituted) < bits + DEARER * Number(step >= STEP.substituted))
            [bits, step] = [cost, way]
        }
      const doubtful = ones.length > 1 || others.length > 1
      table.bits[at] = bits + Math.log2(ones.length)
      table.step[at] = doubtful && step === STEP.same ? STEP.filled : step
    }
  }
  return table
}
