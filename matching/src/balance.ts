import { calibreDistance } from '@proofmark/domain/calibre'
import type { ItemRead, ReadWord } from '@proofmark/domain/item'
import { makeDistance } from '@proofmark/domain/make'
import type { Mark, MarkCharacter } from '@proofmark/domain/marking'
import { modelDistance } from '@proofmark/domain/model'
import { skeleton } from '@proofmark/domain/serial-norm'
import { typeDistance } from '@proofmark/domain/type'

/** A model: how often a field agrees in records of one firearm (m) and of two (u). */
export interface Agreement {
  readonly m: number
  readonly u: number
}

/**
 * The start values of DOMAIN 4.8 for words, used until a model has been learned and approved. For the mark `m` is how
 * often a firearm's second record keeps it, confuses it or loses characters of it; its `u` follows from the mark itself
 * (see {@link chanceOfMark}), since a long rare serial says more than `1234`.
 */
export const START_MODEL = {
  version: 'start-2',
  mark: { exact: 0.47, confusable: 0.15, fits: 0.09 },
  make: { m: 0.9, u: 0.03 },
  model: { m: 0.8, u: 0.01 },
  calibre: { m: 0.93, u: 0.1 },
  type: { m: 0.95, u: 0.3 },
} as const

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
 * How many characters a position could have held, by chance: a digit one of ten; a letter one of eight, not of
 * twenty-six, since makers use few prefixes and whole consignments share them.
 */
const WIDTH = { digit: 10, letter: 8 } as const
const RAREST = 1e-9

/**
 * How likely another firearm's mark is to agree with this one by chance: a product over its positions, to which a lost
 * character adds nothing and one of two only half.
 */
function chanceOfMark(query: readonly MarkCharacter[], record: readonly MarkCharacter[]): number {
  const chance = query.reduce((product, { alternatives }, position) => {
    const other = record[position]?.alternatives ?? alternatives
    const open = Math.max(alternatives.length, other.length)
    if (alternatives.length === 0 || other.length === 0) return product
    const digit = [...alternatives, ...other].some((character) => /[0-9]/.test(skeleton(character)))
    return product * Math.min(1, open / (digit ? WIDTH.digit : WIDTH.letter))
  }, 1)
  return Math.max(RAREST, chance)
}

function levelOf(query: Mark, record: Mark): keyof typeof START_MODEL.mark {
  const clear = [...query.characters, ...record.characters].every(({ alternatives }) => alternatives.length === 1)
  if (!clear) return 'fits'
  return query.norm === record.norm ? 'exact' : 'confusable'
}

function serialLine(query: Mark, record: Mark): Line | null {
  if (query.norm === null || record.norm === null) return null
  const level = levelOf(query, record)
  const bits = Math.log2(START_MODEL.mark[level] / chanceOfMark(query.characters, record.characters))
  return { field: 'serial', bits, message: { id: `evidence.serial.${level}`, parameters: {} } }
}

type WordField = 'make' | 'model' | 'calibre' | 'type'

const DISTANCES: Readonly<Record<WordField, (a: string, b: string) => number>> = {
  make: makeDistance,
  model: modelDistance,
  calibre: calibreDistance,
  type: typeDistance,
}
/** A broader word for the same thing, or one that the same chamber takes. */
const COMPATIBLE = 0.25
/** From here on two meanings exclude each other; between the two they are neighbours, and speak against it half as loudly. */
const EXCLUDING = 0.8

/** Missing is no evidence, and neither is a word that no table knows: it might mean the same. */
function wordLine(field: WordField, query: ReadWord, record: ReadWord): Line | null {
  if (query.code === null || record.code === null) return null
  const parameters = { query: query.stated ?? query.code, record: record.name ?? record.code }
  const line = (kind: string, bits: number): Line => ({
    field,
    bits,
    message: { id: `evidence.${field}.${kind}`, parameters },
  })
  const distance = DISTANCES[field](query.code, record.code)
  if (distance === 0) return line('same', agreeing(START_MODEL[field]))
  if (distance <= COMPATIBLE) return line('compatible', agreeing(START_MODEL[field]) / 2)
  return line('differs', distance < EXCLUDING ? differing(START_MODEL[field]) / 2 : differing(START_MODEL[field]))
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
