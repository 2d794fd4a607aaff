import pg from 'pg'
import { addSource, type NewSource } from '../../records/commands/add-source.ts'
import { importFile } from '../../records/runs/import-file.ts'
import { holdBy } from '../../records/runs/run.ts'
import { bytesOf } from '../nation.ts'
import { openHere } from '../open-here.ts'
import { identifierOf, runAs, type Twin } from './twin.ts'

const HEAD = 'id,serial,make,model,calibre,type,country,date,place,ref,reason,holder'
const MAKES = ['Taurus', 'Rossi', 'Zorbo', 'Glock'] as const
const DAY = '2021-0'

/** Of hidden records and of others, so that names agree across them. */
const HELD_BY = ['Aldo', 'Berta', 'Carla', 'Dario', 'Elena'] as const
export const heldBy = (number: number): string => `H. Older ${HELD_BY[number % 5]}`

/** How rows of a source differ from those of the register that they are taken from. */
export interface Rows {
  readonly prefix: string
  readonly count: number
  /** Of the register's firearms every so many. */
  readonly every?: number
  /** From which of them on. */
  readonly from?: number
  /** Is a character of the mark lost? */
  readonly worn?: boolean
}

/** The mark of the register's firearm of this number. */
export const serialOf = (number: number): string => `${['TKR', 'KXV'][number % 2]}${10_007 + 31 * number}`

/** Rows of firearms that the register lists, and one that comes back. */
export function rowsOf({ prefix, count, every = 1, from = 0, worn = false }: Rows): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const number = from + at * every
    const serial = worn && at % 3 === 0 ? serialOf(number).replace('1', '?') : serialOf(number)
    const said = [MAKES[number % 4], 'PT 92', '9x19mm', 'pistol', 'BR', `${DAY}${1 + (number % 9)}-1${at % 9}`]
    return [
      `${prefix}-${at}`,
      serial,
      ...said,
      `Porto ${number % 5}`,
      `BO ${number % 7}/2021`,
      'road check',
      heldBy(number),
    ].join(',')
  })
  return [HEAD, ...rows, `${prefix}-bad,${serialOf(from)},Taurus,,,,,never,,,,`].join('\n')
}

/** Imports rows into a source in the name of one of the twin's people. */
export async function importRows(
  twin: Pick<Twin, 'database' | 'accounts'>,
  person: string,
  source: string,
  rows: string,
) {
  const run = runAs(twin, person)
  const place = { run, hold: holdBy(twin.database.pool('serve')) }
  return importFile(place, { source, file: `${source}.csv`, content: bytesOf(`${rows}\n`), open: openHere })
}

/** Adds a source whose identifier follows from its name, and imports rows into it. */
export async function sourceOf(
  twin: Pick<Twin, 'database' | 'accounts'>,
  person: string,
  source: NewSource,
  rows: Rows,
): Promise<void> {
  const { database } = twin
  await database.as(await database.installer(), (context) => addSource(context, source))
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const { agency, name } = source
  await owner
    .query('UPDATE source SET id = $1 WHERE name = $2 AND agency_id = (SELECT id FROM agency WHERE name = $3)', [
      identifierOf(`${agency} ${name}`),
      name,
      agency,
    ])
    .finally(() => owner.end())
  await importRows(twin, person, name, rowsOf(rows))
}
