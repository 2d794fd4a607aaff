import { randomUUID } from 'node:crypto'
import { writeEntry } from '../../access/commands/write-entry.ts'
import type { Context } from '../../access/context.ts'
import type { Finding } from '../rules/findings/finding.ts'

/** A finding against one custodian, as its oversight desk is to have it. */
export interface FiledFinding extends Pick<Finding, 'rule' | 'parameters' | 'alternatives'> {
  readonly id: string
  readonly custodian: { readonly id: string; readonly name: string }
  readonly records: readonly string[]
  /** Of each record, the agency that keeps it. */
  readonly keepers: readonly string[]
  readonly silent: boolean
  readonly working: boolean
  /** The reader is one of those who wait for it. */
  readonly waits: boolean
}

/**
 * Files a finding unless it is filed already, tells the oversight desk where it is new, and answers when it is due.
 * Safe to repeat.
 */
export async function fileFinding(context: Context, filed: FiledFinding): Promise<Date> {
  const { client, reader, grounds } = context
  const { id, custodian, rule, parameters, alternatives, records, keepers, silent, working, waits } = filed
  const { rowCount } = await client.query(
    `INSERT INTO oversight_finding
       (id, agency_id, rule, parameters, alternatives, records, keepers, silent, working)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
    [
      id,
      custodian.id,
      rule,
      JSON.stringify(parameters),
      JSON.stringify(alternatives),
      records,
      keepers,
      silent,
      working,
    ],
  )
  if (rowCount === 1) {
    await client.query(
      `INSERT INTO notice (id, agency_id, kind, reference, finding_id) VALUES ($1, $2, 'finding_filed', '', $3)`,
      [randomUUID(), custodian.id, id],
    )
    const body = { rule, custodian: custodian.name }
    // Of no agency, so that nobody who reads an agency's log learns of it before the officer does.
    const actor = { account: reader.account, agency: null }
    await writeEntry(client, actor, grounds, { action: 'oversight.finding_filed', subjects: [id], body })
  }
  if (waits && reader.agency)
    await client.query('INSERT INTO oversight_waiting (finding_id, agency_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      id,
      reader.agency.id,
    ])
  const { rows } = await client.query<{ due: Date }>('SELECT due_at AS due FROM oversight_finding WHERE id = $1', [id])
  return rows[0]!.due
}
