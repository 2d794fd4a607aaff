import type { Profile } from '@proofmark/contract/schemas/profile'
import type { NewSource } from '../records/commands/add-source.ts'
import { asRegistered, type WrittenFirearm, writtenDown } from './damage.ts'
import { KNOWN_FIREARM, makeFirearms, type TrueFirearm } from './firearms.ts'
import { type Chances, chancesFrom } from './random.ts'
import { SOURCES, type SourceWord } from './sources.ts'
import { tellStories } from './stories/stories.ts'

const SEED = 20_260_401
const REGISTERED = 20_000

export type Row = Readonly<Record<string, string>>

export interface DemonstrationSource extends NewSource {
  readonly profile?: Profile
  /** What every day brings. */
  readonly rows: readonly Row[]
  /** What the stories add: a file of its own, so that it changes no column of the rows of every day. */
  readonly storyRows: readonly Row[]
}

const PLACES = ['Vard', 'Ostrel', 'Lower Tarn', 'Kessin', 'Port Averne', 'Hallow Cross', 'Nim'] as const
const HOLDERS = ['A. Lindqvar', 'B. Osterle', 'C. Marunde', 'D. Valpin', 'E. Ruskow', 'F. Anselim'] as const

const day = (chances: Chances, from: number, years: number) => {
  const date = new Date(Date.UTC(from + chances.below(years), chances.below(12), 1 + chances.below(28)))
  return date.toISOString().slice(0, 10)
}

function rowsOf(
  firearms: readonly TrueFirearm[],
  prefix: string,
  write: (firearm: TrueFirearm) => WrittenFirearm,
  more: (firearm: TrueFirearm) => Record<string, string>,
) {
  return firearms.map((firearm, position) => ({
    id: `${prefix}-${String(position + 1).padStart(5, '0')}`,
    ...write(firearm),
    ...more(firearm),
  }))
}

function some(chances: Chances, firearms: readonly TrueFirearm[], count: number): TrueFirearm[] {
  return Array.from({ length: count }, () => chances.pick(firearms))
}

/** The rows of every day. Their order is the order of their chances: what is new comes after them. */
function everyday(): Partial<Record<SourceWord, readonly Row[]>> {
  const chances = chancesFrom(SEED)
  const firearms = [KNOWN_FIREARM, ...makeFirearms(chances, REGISTERED - 1)]
  const worn = (firearm: TrueFirearm) => writtenDown(firearm, chances)
  const known = asRegistered(KNOWN_FIREARM)
  return {
    register: rowsOf(firearms, 'L', asRegistered, ({ year }) => ({
      date: day(chances, year, 2),
      holder: chances.pick(HOLDERS),
    })),
    losses: [
      { id: 'T-00000', ...known, event: 'theft', date: '2020-06', place: 'Vard' },
      ...rowsOf(some(chances, firearms, 160), 'T', worn, () => ({
        event: chances.pick(['theft', 'loss']),
        date: day(chances, 2015, 9),
        place: chances.pick(PLACES),
      })),
    ],
    police: [
      { id: 'S-00000', ...known, serial: 'TKR1O48', date: '2023-04-02', place: 'Vard' },
      ...rowsOf(some(chances, firearms, 480), 'S', worn, () => ({
        date: day(chances, 2018, 6),
        place: chances.pick(PLACES),
      })),
    ],
    customs: [
      { id: 'B-00000', ...known, date: '2024-02-11', place: 'Port Averne' },
      ...rowsOf(some(chances, firearms, 140), 'B', worn, () => ({
        date: day(chances, 2019, 5),
        place: chances.pick(PLACES),
      })),
    ],
  }
}

/** Every source of the demonstration nation with its rows, made from the seed: the same on every machine. */
export function makeNation(): DemonstrationSource[] {
  const rows = everyday()
  const { rows: told } = tellStories()
  return (Object.keys(SOURCES) as SourceWord[]).map((word) => {
    const { prefix: _, ...source } = SOURCES[word]
    return { ...source, rows: rows[word] ?? [], storyRows: told.get(word) ?? [] }
  })
}
