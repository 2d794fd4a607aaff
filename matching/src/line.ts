/** A sentence of the message catalogues: its identifier and what stands in it. */
export interface Message {
  readonly id: string
  readonly parameters: Readonly<Record<string, string | number>>
}

export type BalanceField =
  | 'prior'
  | 'serial'
  | 'make'
  | 'importer'
  | 'model'
  | 'calibre'
  | 'type'
  | 'country'
  | 'year'
  | 'place'
  | 'order'
  | 'rivals'

/** One line of the balance: bits for (positive) or against (negative), and the sentences that say why. */
export interface Line {
  readonly field: BalanceField
  readonly bits: number
  readonly message: Message
  readonly more?: readonly Message[]
  /** Of a serial's line: which of the record's marks it speaks of, counted from 0. */
  readonly recorded?: number
  /** The same of the marks that were asked for. */
  readonly asked?: number
}

/** The probability that a sum of bits stands for, even odds at 0. */
export function probability(lines: readonly Pick<Line, 'bits'>[]): number {
  const bits = lines.reduce((sum, line) => sum + line.bits, 0)
  return 1 / (1 + 2 ** -bits)
}
