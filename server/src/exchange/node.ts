import type { Reader, Run } from '../access/context.ts'
import { processReaderFor } from '../access/queries/resolve-reader.ts'
import { runCommand, type Services } from '../access/run-command.ts'
import type { NodeKeys } from './keys/node-keys.ts'

/** What the exchange works with: its keys, the database in the name of the exchange process, the clock and the log. */
export interface ExchangeNode {
  readonly keys: NodeKeys
  readonly services: Services
  /** Runs a command as the exchange process, which sees no record. */
  readonly run: Run
  /** Runs a command as the exchange process in the name of an agency: with what that may see, and no role. */
  readonly runFor: (agency: string) => Run
}

const PRINCIPAL = 'exchange process'

async function exchangeReader({ pool }: Services): Promise<Reader> {
  const { rows } = await pool.query<{ id: string }>(`SELECT id FROM account WHERE kind = 'process' AND name = $1`, [
    PRINCIPAL,
  ])
  if (!rows[0]) throw new Error('The exchange process has no account.')
  return { account: rows[0].id, name: PRINCIPAL, agency: null, roles: [], installer: false, classes: [] }
}

/** Opens the node over a database and its keys. */
export async function openNode(services: Services, keys: NodeKeys): Promise<ExchangeNode> {
  const reader = await exchangeReader(services)
  return {
    keys,
    services,
    run: (work) => runCommand(services, reader, null, work),
    runFor: (agency) => async (work) => {
      const acting = await processReaderFor(services.pool, reader, agency, services.clock())
      return runCommand(services, acting, null, work)
    },
  }
}
