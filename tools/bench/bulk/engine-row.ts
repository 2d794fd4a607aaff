import type { ItemRead, ReadWord } from '../../../domain/src/item.ts'
import { charactersOf } from '../../../domain/src/serial-characters.ts'
import { WORD_FIELDS, type WordField } from '../../../matching/src/bulk/fields.ts'
import type { RollEntry } from '../../../matching/src/bulk/roll.ts'

type Word = Pick<ReadWord, 'code' | 'said' | 'stated'>

/** A record as our matching takes it up, as a line of JSON. */
interface EngineRow {
  readonly marks: readonly string[]
  readonly words: Readonly<Record<WordField, Word>>
  readonly year: RollEntry['year']
  readonly day: number | null
}

const DAY = 86_400_000

export function engineLine(item: ItemRead, date: string): string {
  const words = Object.fromEntries(
    WORD_FIELDS.map((field) => {
      const { code, said, stated } = item[field]
      return [field, { code, said, stated: code === null ? stated : null }]
    }),
  ) as Record<WordField, Word>
  const row: EngineRow = {
    marks: item.marks.flatMap(({ norm }) => norm ?? []),
    words,
    year: item.year,
    day: Math.floor(Date.parse(date) / DAY),
  }
  return `${JSON.stringify(row)}\n`
}

export function rollEntry(line: string): RollEntry {
  const { marks, ...rest } = JSON.parse(line) as EngineRow
  return { ...rest, marks: marks.map(charactersOf) }
}
