import type { ItemRead, ReadWord } from '@proofmark/domain/item'
import type { Mark, MarkCharacter } from '@proofmark/domain/marking'
import { ALPHABET_SIZE } from '@proofmark/domain/serial-characters'

/** A model: how often a field agrees in records of one firearm (m) and of two (u). */
export interface Agreement {
  readonly m: number
  readonly u: number
}

/**
 * The start values of DOMAIN 4.8, used until a model has been learned and approved. They are deliberately modest: the
 * serial's u is that of a register whose numbers run in sequence.
 */
export const START_MODEL = {
  version: 'start-1',
  serialExact: { m: 0.97, u: 1e-5 },
  serialConfusable: { m: 0.99, u: 1e-4 },
  make: { m: 0.9, u: 0.03 },
  model: { m: 0.8, u: 0.01 },
  calibre: { m: 0.93, u: 0.1 },
  type: { m: 0.95, u: 0.3 },
} as const satisfies Record<string, Agreement | string>

export type BalanceField = 'prior' | 'serial' | 'make' | 'model' | 'calibre' | 'type'

/** One line of the balance: bits for (positive) or against (negative), and the message that says why. */
export interface Line {
  readonly field: BalanceField
  readonly bits: number
  readonly message: { readonly id: string; readonly parameters: Readonly<Record<string, string | number>> }
}

const agreeing = ({ m, u }: Agreement) => Math.log2(m / u)
const differing = ({ m, u }: Agreement) => Math.log2((1 - m) / (1 - u))

/**
 * What open characters take from an agreement, in bits: a lost one agrees with any of its alphabet, so it says nothing;
 * one of two says half of what a clear one would.
 */
function openBits(characters: readonly MarkCharacter[]): number {
  return characters.reduce((bits, { alternatives, state }) => {
    if (state === 'clear' || state === 'restored') return bits
    return bits + Math.log2(alternatives.length === 0 ? ALPHABET_SIZE : alternatives.length)
  }, 0)
}

function serialLine(query: Mark, record: Mark): Line | null {
  if (query.norm === null || record.norm === null) return null
  const line = (kind: string, bits: number): Line => ({
    field: 'serial',
    bits,
    message: { id: `evidence.serial.${kind}`, parameters: {} },
  })
  const open = openBits(query.characters) + openBits(record.characters)
  if (open > 0) return line('fits', agreeing(START_MODEL.serialConfusable) - open)
  if (query.norm === record.norm) return line('exact', agreeing(START_MODEL.serialExact))
  return line('confusable', agreeing(START_MODEL.serialConfusable))
}

type WordField = 'make' | 'model' | 'calibre' | 'type'

/** Missing is no evidence, and neither is a word that no table knows: it might mean the same. */
function wordLine(field: WordField, query: ReadWord, record: ReadWord): Line | null {
  if (query.code === null || record.code === null) return null
  const parameters = { query: query.stated ?? query.code, record: record.name ?? record.code }
  return query.code === record.code
    ? { field, bits: agreeing(START_MODEL[field]), message: { id: `evidence.${field}.same`, parameters } }
    : { field, bits: differing(START_MODEL[field]), message: { id: `evidence.${field}.differs`, parameters } }
}

export type ComparedItem = Pick<ItemRead, 'serial' | WordField>

/**
 * The evidence that two descriptions whose marks share a skeleton are of one firearm, by Fellegi and Sunter: the prior
 * of one entry among `entries`, then a line for each field that both state.
 */
export function weigh(query: ComparedItem, record: ComparedItem, entries: number): Line[] {
  const among = Math.max(1, entries)
  const prior: Line = {
    field: 'prior',
    bits: -Math.log2(among),
    message: { id: 'evidence.prior', parameters: { entries: among } },
  }
  const words = (['make', 'model', 'calibre', 'type'] as const).map((field) =>
    wordLine(field, query[field], record[field]),
  )
  return [prior, serialLine(query.serial, record.serial), ...words].filter((line) => line !== null)
}

/** The probability that a sum of bits stands for. */
export function probability(lines: readonly Pick<Line, 'bits'>[]): number {
  const bits = lines.reduce((sum, line) => sum + line.bits, 0)
  return 1 / (1 + 2 ** -bits)
}
