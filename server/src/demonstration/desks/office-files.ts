import type { PersonName } from '../agencies.ts'
import type { Row } from '../nation.ts'
import { chancesFrom } from '../random.ts'
import { SOURCES, type SourceWord } from '../sources.ts'
import { inventedName } from '../stories/names.ts'
import { type Misspelt, PRECINCT_WORDS, REGISTER_WORDS } from './misspelt.ts'

/** A file that an office sent, as files are: words that no table knows, and rows that come back. */
export interface OfficeFile {
  readonly source: SourceWord
  readonly file: string
  /** Who takes it in. */
  readonly by: PersonName
  readonly rows: readonly Row[]
}

/** A stream of their own, as the stories have. */
const SEED = 20_260_403

const FIRST_KEY = 95_001
const LETTERS = [...'ABCDEFGHJKLMNPRSTUVWXY']
const DIGITS = ['3', '4', '7', '9'] as const

/** In a shape that no other firearm of the nation has, so that none of these is taken for one of those. */
function* serials(): Generator<string, never> {
  const chances = chancesFrom(SEED)
  const digits = (count: number) => Array.from({ length: count }, () => chances.pick(DIGITS)).join('')
  for (;;) yield `${digits(2)}${chances.pick(LETTERS)}${digits(5)}`
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** A row for each record of each word, in turn, so that no word stands in one block. */
function rowsOf(
  source: SourceWord,
  words: readonly Misspelt[],
  serial: Generator<string, never>,
  more: (at: number) => Row,
): Row[] {
  const most = Math.max(...words.map(({ records }) => records))
  const turns = Array.from({ length: most }, (_, turn) => words.filter(({ records }) => turn < records)).flat()
  return turns.map(({ written }, at) => ({
    id: `${SOURCES[source].prefix}-${FIRST_KEY + at}`,
    serial: serial.next().value,
    ...written,
    ...more(at),
  }))
}

/** Puts other cells into some of the rows: what a hurried hand does to a file. */
const spoilt = (rows: readonly Row[], faults: Readonly<Record<number, Row>>): Row[] =>
  rows.map((row, at) => ({ ...row, ...faults[at] }))

/** What the offices have sent: a branch of the register, and a precinct’s seizures. */
export function officeFiles(): OfficeFile[] {
  const serial = serials()
  const branch = rowsOf('register', REGISTER_WORDS, serial, (at) => ({
    date: `2024-03-${twoDigits(1 + (at % 28))}`,
    holder: inventedName(at),
    place: 'Kessin',
  }))
  const precinct = rowsOf('police', PRECINCT_WORDS, serial, (at) => ({
    date: `2024-05-${twoDigits(1 + at)}`,
    place: 'Nim',
    ref: `N ${1201 + at}/24`,
  }))
  return [
    {
      source: 'register',
      file: 'register-kessin-2024.csv',
      by: 'Teodor Vinge',
      rows: spoilt(branch, { 9: { date: '2024-02-31' }, 23: { id: '' }, 41: { date: 'in spring' } }),
    },
    {
      source: 'police',
      file: 'seizures-nim-may-2024.csv',
      by: 'Maren Tolv',
      rows: spoilt(precinct, { 4: { date: '2024-05-32' }, 11: { date: '2204-05-12' }, 15: { event: 'taken' } }),
    },
  ]
}

/** A file that broke off on its way: nothing of it is in, and somebody has to decide what becomes of it. */
export const TORN_FILE = {
  source: 'found',
  file: 'found-ostrel-2024.csv',
  by: 'Maren Tolv',
  text: 'id,serial,make,calibre,date,place\nF-95001,S/N,taurus,380,2024-04-11,Ostrel\nF-95002,"79',
} as const satisfies Omit<OfficeFile, 'rows'> & { readonly text: string }
