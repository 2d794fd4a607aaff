import type { Row } from '../nation.ts'
import { type Chances, chancesFrom } from '../random.ts'

/** The three states whose nodes show the exchange. */
export const NEIGHBOURS = ['XA', 'XB', 'XC'] as const
export type Neighbour = (typeof NEIGHBOURS)[number]

/** The pistol of the story: made in Czechia, marked by the importer of XB, sold on to XC, recovered in XA. */
const PISTOL = {
  serial: 'B104K8296',
  make: 'CZ',
  model: 'CZ 75',
  calibre: '9x19mm',
  type: 'pistol',
  country: 'CZ',
} as const

/** What each state's registers hold of it. */
export const STORY_ROWS: Readonly<Record<Neighbour, Readonly<Partial<Record<SourceWord, readonly Row[]>>>>> = {
  XA: {
    seizures: [
      {
        id: 'S-0311',
        ...PISTOL,
        date: '2024-05-04',
        place: 'Hallow Cross',
        ref: 'P 0311/24',
        reason: 'Firearms Act of XA, section 12',
      },
    ],
  },
  XB: {
    register: [{ id: 'R-0042', ...PISTOL, date: '2015-07-02', place: 'Sarn', ref: 'Dealer 12' }],
    deliveries: [
      { id: 'D-0042', ...PISTOL, event: 'import', date: '2015-06-01', place: 'Sarn', ref: 'IL 2015/042' },
      { id: 'D-0043', ...PISTOL, event: 'export', date: '2017-02-14', place: 'Toll, XC', ref: 'EL 2017/019' },
    ],
  },
  XC: {
    register: [{ id: 'R-0108', ...PISTOL, date: '2021-09-16', place: 'Toll', ref: 'Lic. 2210' }],
    deliveries: [{ id: 'D-0107', ...PISTOL, event: 'import', date: '2017-03-20', place: 'Toll', ref: 'IL 2017/107' }],
  },
}

export const SOURCES = {
  register: { name: 'Firearms register', kind: 'register', visibility: 'open', prefix: 'R' },
  deliveries: { name: 'Imports and exports', kind: 'delivery', visibility: 'open', prefix: 'D' },
  losses: { name: 'Losses and thefts', kind: 'loss-theft', visibility: 'open', prefix: 'T' },
  seizures: { name: 'Seizures', kind: 'seizure', visibility: 'pointer', prefix: 'S' },
} as const
export type SourceWord = keyof typeof SOURCES

const MAKES = [
  { make: 'Glock', model: '17', country: 'AT' },
  { make: 'Beretta', model: '92FS', country: 'IT' },
  { make: 'Taurus', model: 'PT 92', country: 'BR' },
  { make: 'Zastava', model: 'M57', country: 'RS' },
] as const
const PLACES = ['Sarn', 'Toll', 'Vard', 'Kessin', 'Nim'] as const
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ'
/** Of each source; enough for a register that is not the story alone, few enough to be there at once. */
const EVERYDAY = 12

const serialOf = (chances: Chances): string =>
  `${LETTERS[chances.below(LETTERS.length)]}${LETTERS[chances.below(LETTERS.length)]}${100_000 + chances.below(900_000)}`

function everydayRow(chances: Chances, prefix: string, place: number): Row {
  const year = 2008 + chances.below(12)
  const [month, day] = [1 + chances.below(12), 1 + chances.below(28)].map((part) => String(part).padStart(2, '0'))
  return {
    id: `${prefix}-${String(1_000 + place)}`,
    serial: serialOf(chances),
    ...chances.pick(MAKES),
    calibre: '9x19mm',
    type: 'pistol',
    date: `${year}-${month}-${day}`,
    place: chances.pick(PLACES),
  }
}

/** What every day brings to a source, from a seed: the same on every machine. */
export function everydayRows(neighbour: Neighbour, word: SourceWord): Row[] {
  const { prefix } = SOURCES[word]
  const chances = chancesFrom([...`${neighbour} ${word}`].reduce((seed, letter) => seed * 31 + letter.charCodeAt(0), 7))
  return Array.from({ length: EVERYDAY }, (_, place) => everydayRow(chances, prefix, place))
}
