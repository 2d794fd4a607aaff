import { foldKey } from '@proofmark/domain/fold'
import type { ReadWord } from '@proofmark/domain/item'
import type { MarkCharacter } from '@proofmark/domain/marking'
import type { YearInterval } from '@proofmark/domain/year'
import { Alphabet } from './alphabet.ts'
import { LONGEST_MARK, NO_DAY, WORD_FIELDS, type WordField } from './fields.ts'
import { NOTHING, WordList } from './word-list.ts'

/** A record as it goes on a roll. */
export interface RollEntry {
  /** The numbers that the firearm bears, its own first. */
  readonly marks: readonly (readonly MarkCharacter[])[]
  readonly words: Readonly<Record<WordField, Pick<ReadWord, 'code' | 'said' | 'stated'>>>
  readonly year: YearInterval | null
  /** When it happened, in days since 1970; null where that is not known. */
  readonly day: number | null
}

/**
 * Records in columns, so that a million of them take some 60 MB and threads share them without a copy. Marks of record
 * `r` are those from `markStart[r]` to `markStart[r + 1]`, and the positions of a mark likewise.
 */
export interface Roll {
  readonly length: number
  readonly markStart: Uint32Array
  readonly recordOfMark: Uint32Array
  readonly positionStart: Uint32Array
  readonly positions: Uint8Array
  readonly words: Readonly<Record<WordField, Int32Array>>
  /** 0 where nothing is stated. */
  readonly yearFrom: Int16Array
  readonly yearTo: Int16Array
  readonly day: Int32Array
  /** How many marks were left out, longer than anybody numbers. */
  readonly tooLong: number
}

/** What two rolls must have in common to be compared. */
export class Legend {
  readonly alphabet = new Alphabet()
  readonly lists = Object.fromEntries(WORD_FIELDS.map((field) => [field, new WordList()])) as Readonly<
    Record<WordField, WordList>
  >
}

function wordId(list: WordList, { code, said, stated }: Pick<ReadWord, 'code' | 'said' | 'stated'>): number {
  if (code !== null) return list.ofCode(code)
  const folded = said === 'unread' ? foldKey(stated ?? '') : ''
  return folded === '' ? NOTHING : list.ofUnread(folded)
}

type Column = Uint8Array | Uint32Array | Int16Array | Int32Array

/** A column that grows, and is put into shared memory when it is whole. */
class Growing<Kind extends Column> {
  private values: Kind
  private readonly make: (buffer: ArrayBufferLike) => Kind
  length = 0

  constructor(make: (buffer: ArrayBufferLike) => Kind) {
    this.make = make
    this.values = make(new ArrayBuffer(1 << 16))
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = this.make(new ArrayBuffer(2 * this.values.byteLength))
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length++] = value
  }

  finish(): Kind {
    const bytes = this.length * this.values.BYTES_PER_ELEMENT
    const whole = this.make(new SharedArrayBuffer(bytes))
    whole.set(this.values.subarray(0, this.length))
    this.values = this.make(new ArrayBuffer(0))
    return whole
  }
}

const bytes = () => new Growing((buffer) => new Uint8Array(buffer))
const counts = () => new Growing((buffer) => new Uint32Array(buffer))
const years = () => new Growing((buffer) => new Int16Array(buffer))
const numbers = () => new Growing((buffer) => new Int32Array(buffer))

const ofFields = <Value>(of: (field: WordField) => Value) =>
  Object.fromEntries(WORD_FIELDS.map((field) => [field, of(field)])) as Record<WordField, Value>

/** Puts records on a roll one by one, so that none needs to be kept. */
export class RollBuilder {
  private readonly legend: Legend
  private readonly markStart = counts()
  private readonly recordOfMark = counts()
  private readonly positionStart = counts()
  private readonly positions = bytes()
  private readonly words = ofFields(numbers)
  private readonly yearFrom = years()
  private readonly yearTo = years()
  private readonly day = numbers()
  private tooLong = 0

  constructor(legend: Legend) {
    this.legend = legend
  }

  add({ marks, words, year, day }: RollEntry): void {
    const { alphabet, lists } = this.legend
    const record = this.day.length
    this.markStart.push(this.recordOfMark.length)
    for (const mark of marks) {
      if (mark.length > LONGEST_MARK) this.tooLong++
      if (mark.length === 0 || mark.length > LONGEST_MARK) continue
      this.recordOfMark.push(record)
      this.positionStart.push(this.positions.length)
      for (const character of mark) this.positions.push(alphabet.codeOf(character))
    }
    for (const field of WORD_FIELDS) this.words[field].push(wordId(lists[field], words[field]))
    this.yearFrom.push(year?.from ?? 0)
    this.yearTo.push(year?.to ?? 0)
    this.day.push(day ?? NO_DAY)
  }

  /** The roll, in shared memory, so that threads read it where it lies. Nothing can be added afterwards. */
  finish(): Roll {
    this.markStart.push(this.recordOfMark.length)
    this.positionStart.push(this.positions.length)
    return {
      length: this.day.length,
      markStart: this.markStart.finish(),
      recordOfMark: this.recordOfMark.finish(),
      positionStart: this.positionStart.finish(),
      positions: this.positions.finish(),
      words: ofFields((field) => this.words[field].finish()),
      yearFrom: this.yearFrom.finish(),
      yearTo: this.yearTo.finish(),
      day: this.day.finish(),
      tooLong: this.tooLong,
    }
  }
}

/** All records on one roll. */
export function rollOf(entries: Iterable<RollEntry>, legend: Legend): Roll {
  const builder = new RollBuilder(legend)
  for (const entry of entries) builder.add(entry)
  return builder.finish()
}
