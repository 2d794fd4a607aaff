import type { Reader, Run } from '../../access/context.ts'
import { runCommand, type Services } from '../../access/run-command.ts'

const PRINCIPAL = 'exchange process'

/** Runs commands as the exchange process, which sees no record: in its name partners are answered. */
export async function exchangeRun(services: Services): Promise<Run> {
  const { rows } = await services.pool.query<{ id: string }>(
    `SELECT id FROM account WHERE kind = 'process' AND name = $1`,
    [PRINCIPAL],
  )
  if (!rows[0]) throw new Error('The exchange process has no account.')
  const reader: Reader = {
    account: rows[0].id,
    name: PRINCIPAL,
    agency: null,
    roles: [],
    installer: false,
    classes: [],
  }
  return (work) => runCommand(services, reader, null, work)
}
