import { createHash } from 'node:crypto'
import type { Role } from '@proofmark/contract/roles'
import type { Run } from '../../access/context.ts'
import { recordId } from '../../records/rules/record-id.ts'
import type { TestDatabase } from '../test-database.ts'

/** One of two databases that the police cannot tell apart: the other holds what is hidden from them besides. */
export interface Twin {
  readonly database: TestDatabase
  readonly hidden: boolean
  /** Accounts by name: `police analyst` and so on for each role, `customs`, `inland`. */
  readonly accounts: ReadonlyMap<string, string>
  /** Agencies by name. */
  readonly agencies: ReadonlyMap<string, string>
  /** Access tokens of the police by role, and the tokens of their sign-in links. */
  readonly tokens: Readonly<Record<Role, string>>
  readonly links: Readonly<Record<Role, string>>
}

/** The same in both, so that what both hold has the same identifiers. */
export const TWIN_SECRET = Buffer.alloc(32, 'twins')

/** An identifier that follows from words, and is the same in both. */
export function identifierOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The record of a source of this agency, whether or not the twin holds it. */
export const recordIn = (agency: string, source: string, key: string): string =>
  recordId(TWIN_SECRET, identifierOf(`${agency} ${source}`), key)

/** Runs commands in the name of one of the twin's people, whose rights are resolved anew each time. */
export const runAs =
  ({ database, accounts }: Pick<Twin, 'database' | 'accounts'>, person: string): Run =>
  async (work) =>
    database.as(await database.reader(accounts.get(person)!), work)
