import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { inTransaction } from '../../store/transaction.ts'
import { writeEntry } from './write-entry.ts'

export interface NewInstallation {
  readonly name: string
  readonly country: string | null
  readonly demonstration: boolean
}

export interface Installation extends NewInstallation {
  readonly id: string
  /** The account as which the shell acts until there is an administrator. */
  readonly installer: string
}

const INSTALLER_NAME = 'installer'
/** Work that no person does has a principal of its own in the log. */
const PROCESS_ACCOUNTS = ['matching process', 'log process', 'exchange process', 'trace deadlines'] as const

async function readInstallation(client: pg.ClientBase): Promise<Installation | null> {
  const { rows } = await client.query<Installation>(
    `SELECT i.id, i.name, i.country, i.demonstration, a.id AS installer
     FROM installation i JOIN account a ON a.kind = 'installer'`,
  )
  return rows[0] ?? null
}

/** The installation of this database; made, with the account of its installer, where there is none yet. */
export async function ensureInstallation(pool: pg.Pool, wanted: NewInstallation): Promise<Installation> {
  return inTransaction(pool, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('proofmark installation'))`)
    const found = await readInstallation(client)
    if (!found) {
      const installer = randomUUID()
      await client.query(`INSERT INTO account (id, name, kind) VALUES ($1, $2, 'installer')`, [
        installer,
        INSTALLER_NAME,
      ])
      for (const process of PROCESS_ACCOUNTS) {
        await client.query(`INSERT INTO account (id, name, kind) VALUES ($1, $2, 'process')`, [randomUUID(), process])
      }
      await client.query(
        'INSERT INTO installation (singleton, id, name, country, demonstration) VALUES (1, $1, $2, $3, $4)',
        [randomUUID(), wanted.name, wanted.country, wanted.demonstration],
      )
      await writeEntry(client, { account: installer, agency: null }, null, {
        action: 'installation.created',
        body: { name: wanted.name, demonstration: wanted.demonstration },
      })
    }
    const installation = found ?? (await readInstallation(client))
    if (!installation) throw new Error('The installation was written and cannot be read back.')
    return installation
  })
}
