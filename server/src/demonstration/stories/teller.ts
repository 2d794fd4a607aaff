import { asRegistered } from '../damage.ts'
import type { TrueFirearm } from '../firearms.ts'
import type { Chances } from '../random.ts'
import { SOURCES, type SourceWord } from '../sources.ts'
import type { Line } from './lines.ts'
import type { RecordReference, StoryTruth } from './truth.ts'
import { wornDown } from './wear.ts'

type Cells = Readonly<Record<string, string>>

/** What a story needs to be told: firearms that nobody else has, and sources to write into. */
export interface Teller {
  /** Firearms of one line and year, numbered one after the other. */
  readonly make: (line: Line, year: number, count: number) => readonly TrueFirearm[]
  /** One firearm of a line and year. */
  readonly makeOne: (line: Line, year: number) => TrueFirearm
  /** A record that describes the firearm as its maker marked it. */
  readonly exact: (source: SourceWord, firearm: TrueFirearm, cells: Cells) => RecordReference
  /** A record by a clerk who had a worn firearm before them, or little time. */
  readonly worn: (source: SourceWord, firearm: TrueFirearm, cells: Cells) => RecordReference
  /** A record of these very words. */
  readonly write: (source: SourceWord, cells: Cells) => RecordReference
}

/** Tells one story, and says what is true of it. */
export type Story = (teller: Teller) => StoryTruth

/** Keys of stories begin behind those of every day. */
const FIRST_KEY = 90_001

const LETTERS = [...'ABCDEFGHJKLMNPRSTUVWXY']
/** Digits that no letter looks like, so that no damage makes a serial of every day out of one of a story. */
const DIGITS = ['3', '4', '7', '9'] as const

/** Someone who tells stories, and the rows that these have added so far. */
export function openTeller(chances: Chances): {
  readonly teller: Teller
  readonly rows: ReadonlyMap<SourceWord, Cells[]>
} {
  const rows = new Map<SourceWord, Cells[]>()
  const prefixes = new Set<string>()

  const prefixOf = ({ letters: [first, second] }: Line): string => {
    let prefix: string
    do prefix = `${first}${chances.pick(DIGITS)}${chances.pick(DIGITS)}${second ?? chances.pick(LETTERS)}`
    while (prefixes.has(prefix))
    prefixes.add(prefix)
    return prefix
  }

  const make: Teller['make'] = (line, year, count) => {
    const { letters: _, ...common } = line
    const prefix = prefixOf(line)
    const start = 1_000 + chances.below(8_000)
    return Array.from({ length: count }, (_, offset) => ({
      serial: `${prefix}${start + offset}`,
      ...common,
      year,
    }))
  }

  const write: Teller['write'] = (source, cells) => {
    const written = rows.get(source) ?? []
    rows.set(source, written)
    const key = `${SOURCES[source].prefix}-${FIRST_KEY + written.length}`
    written.push({ id: key, ...cells })
    return { source: SOURCES[source].name, key }
  }

  return {
    rows,
    teller: {
      make,
      makeOne: (line, year) => make(line, year, 1)[0]!,
      write,
      exact: (source, firearm, cells) => write(source, { ...asRegistered(firearm), ...cells }),
      worn: (source, firearm, cells) => write(source, { ...wornDown(firearm, chances), ...cells }),
    },
  }
}
