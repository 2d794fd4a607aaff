import type { NewAccount } from '../access/commands/add-account.ts'
import type { NewAgency } from '../access/commands/add-agency.ts'
import type { NewSource } from '../records/commands/add-source.ts'
import { asRegistered, type WrittenFirearm, writtenDown } from './damage.ts'
import { KNOWN_FIREARM, makeFirearms, type TrueFirearm } from './firearms.ts'
import { type Chances, chancesFrom } from './random.ts'

const SEED = 20_260_401
const REGISTERED = 20_000

/** The invented agencies of country XA and the desks that others may ask. */
export const AGENCIES = [
  { name: 'Firearms Focal Point', desk: 'Tracing desk, +XA 55 0100' },
  { name: 'Licensing Authority', desk: 'Register desk, +XA 55 0120' },
  { name: 'Customs Service', desk: 'Liaison desk, Jorun Aske, +XA 55 0142' },
] as const satisfies readonly NewAgency[]

export type AgencyName = (typeof AGENCIES)[number]['name']

/** People whose parts a visitor may play; invented, each with the role that shows best what it sees. */
export const PEOPLE = [
  { name: 'Maren Tolv', agency: 'Firearms Focal Point', roles: ['recorder'] },
  { name: 'Ilse Moravan', agency: 'Firearms Focal Point', roles: ['trace_officer', 'analyst'] },
  { name: 'Jorun Aske', agency: 'Customs Service', roles: ['analyst', 'trace_officer', 'recorder'] },
  { name: 'Teodor Vinge', agency: 'Licensing Authority', roles: ['data_steward', 'recorder'] },
  { name: 'Sanna Orrey', agency: 'Firearms Focal Point', roles: ['data_protection_officer'] },
  // Last: from this account on the shell no longer acts as the installer.
  { name: 'Pell Hasko', agency: 'Firearms Focal Point', roles: ['administrator'] },
] as const satisfies readonly NewAccount[]

export interface DemonstrationSource extends NewSource {
  readonly agency: AgencyName
  readonly rows: readonly Readonly<Record<string, string>>[]
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

/** Every source of the demonstration nation with its rows, made from the seed: the same on every machine. */
export function makeNation(): DemonstrationSource[] {
  const chances = chancesFrom(SEED)
  const firearms = [KNOWN_FIREARM, ...makeFirearms(chances, REGISTERED - 1)]
  const worn = (firearm: TrueFirearm) => writtenDown(firearm, chances)
  const known = asRegistered(KNOWN_FIREARM)
  return [
    {
      name: 'Register of civilian firearms',
      kind: 'register',
      agency: 'Licensing Authority',
      handling: 'H0',
      visibility: 'open',
      rows: rowsOf(firearms, 'L', asRegistered, ({ year }) => ({
        date: day(chances, year, 2),
        holder: chances.pick(HOLDERS),
      })),
    },
    {
      name: 'Losses and thefts',
      kind: 'loss-theft',
      agency: 'Firearms Focal Point',
      handling: 'H0',
      visibility: 'open',
      rows: [
        { id: 'T-00000', ...known, event: 'theft', date: '2020-06', place: 'Vard' },
        ...rowsOf(some(chances, firearms, 160), 'T', worn, () => ({
          event: chances.pick(['theft', 'loss']),
          date: day(chances, 2015, 9),
          place: chances.pick(PLACES),
        })),
      ],
    },
    {
      name: 'Police seizures',
      kind: 'seizure',
      agency: 'Firearms Focal Point',
      handling: 'H0',
      visibility: 'pointer',
      rows: [
        { id: 'S-00000', ...known, serial: 'TKR1O48', date: '2023-04-02', place: 'Vard' },
        ...rowsOf(some(chances, firearms, 480), 'S', worn, () => ({
          date: day(chances, 2018, 6),
          place: chances.pick(PLACES),
        })),
      ],
    },
    {
      name: 'Border seizures',
      kind: 'seizure',
      agency: 'Customs Service',
      handling: 'H0',
      visibility: 'pointer',
      rows: [
        { id: 'B-00000', ...known, date: '2024-02-11', place: 'Port Averne' },
        ...rowsOf(some(chances, firearms, 140), 'B', worn, () => ({
          date: day(chances, 2019, 5),
          place: chances.pick(PLACES),
        })),
      ],
    },
  ]
}
