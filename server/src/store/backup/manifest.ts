import { BackupFault } from './fault.ts'

/** A table as it lies in a backup: its rows hold these columns, in this order. */
export interface BackupTable {
  readonly name: string
  readonly columns: readonly string[]
}

export interface AppliedMigration {
  readonly number: number
  readonly name: string
  readonly checksum: string
}

/** What a backup says of itself first. Tables stand in the order in which they can be loaded. */
export interface Manifest {
  /** The Proofmark that took it. */
  readonly version: string
  readonly installation: string
  /** From it records get their identifiers; 64 hexadecimal digits. */
  readonly recordSecret: string
  readonly migrations: readonly AppliedMigration[]
  readonly tables: readonly BackupTable[]
  /** The last number that each sequence gave, as text (bigint); those that gave none are left out. */
  readonly sequences: Readonly<Record<string, string>>
}

/** What was copied of one table; `sha256` is that of its rows in COPY's text form. */
export interface Tally {
  readonly rows: number
  readonly sha256: string
}

/** What a backup says of itself last, so that one without it is not whole. */
export interface Trailer {
  readonly tables: Readonly<Record<string, Tally>>
}

type Fields = Readonly<Record<string, unknown>>

function wrong(what: string): BackupFault {
  return new BackupFault('contents', `${what} is not as expected.`)
}

function fieldsOf(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(what)
  return value as Fields
}

function text(value: unknown, what: string, form = /^.{1,200}$/s): string {
  if (typeof value !== 'string' || !form.test(value)) throw wrong(what)
  return value
}

function count(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw wrong(what)
  return value
}

function list<Item>(value: unknown, what: string, read: (item: unknown) => Item): Item[] {
  if (!Array.isArray(value)) throw wrong(what)
  return value.map(read)
}

function entries<Item>(value: unknown, what: string, read: (item: unknown) => Item): Record<string, Item> {
  return Object.fromEntries(Object.entries(fieldsOf(value, what)).map(([name, item]) => [name, read(item)]))
}

function parse(content: Buffer, what: string): Fields {
  try {
    return fieldsOf(JSON.parse(content.toString('utf8')), what)
  } catch {
    throw wrong(what)
  }
}

const SHA256 = /^[0-9a-f]{64}$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Reads a manifest. Throws BackupFault `contents`. */
export function parseManifest(content: Buffer): Manifest {
  const fields = parse(content, 'The manifest')
  return {
    version: text(fields.version, 'The version'),
    installation: text(fields.installation, 'The installation', UUID),
    recordSecret: text(fields.recordSecret, 'The secret of identifiers', SHA256),
    migrations: list(fields.migrations, 'The list of migrations', (item) => {
      const { number, name, checksum } = fieldsOf(item, 'A migration')
      return {
        number: count(number, 'The number of a migration'),
        name: text(name, 'The name of a migration'),
        checksum: text(checksum, 'The checksum of a migration', SHA256),
      }
    }),
    tables: list(fields.tables, 'The list of tables', (item) => {
      const { name, columns } = fieldsOf(item, 'A table')
      return {
        name: text(name, 'The name of a table'),
        columns: list(columns, 'The list of columns', (column) => text(column, 'The name of a column')),
      }
    }),
    sequences: entries(fields.sequences, 'The list of sequences', (last) =>
      text(last, 'The number of a sequence', /^-?\d{1,19}$/),
    ),
  }
}

/** Reads a trailer. Throws BackupFault `contents`. */
export function parseTrailer(content: Buffer): Trailer {
  const fields = parse(content, 'The trailer')
  return {
    tables: entries(fields.tables, 'The list of counts', (item) => {
      const { rows, sha256 } = fieldsOf(item, 'The count of a table')
      return { rows: count(rows, 'The count of a table'), sha256: text(sha256, 'The hash of a table', SHA256) }
    }),
  }
}
