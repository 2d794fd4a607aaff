import type { Context } from '../../access/context.ts'
import type { Finding } from '../rules/findings/finding.ts'

/** Who keeps a record. */
export interface KeptRecord {
  readonly agency: { readonly id: string; readonly name: string; readonly overseer: string | null }
  /** Its source is silent to other agencies. */
  readonly silent: boolean
  /** It came to the item by a link that nobody judged. */
  readonly working: boolean
}

interface Row {
  readonly record: string
  readonly id: string
  readonly name: string
  readonly overseer: string | null
  readonly silent: boolean
}

/** Who keeps the records of these findings, with the officer who oversees each keeper's custody. */
export async function keepersOf(
  { client }: Context,
  findings: readonly Finding[],
  working: ReadonlySet<string>,
): Promise<ReadonlyMap<string, KeptRecord>> {
  if (findings.length === 0) return new Map()
  const { rows } = await client.query<Row>(
    `SELECT r.id AS record, g.id, g.name, g.oversight_account_id AS overseer, v.source_visibility = 'silent' AS silent
     FROM record r
     JOIN visibility v ON v.id = r.vis
     JOIN source s ON s.id = r.source_id
     JOIN agency g ON g.id = s.agency_id
     WHERE r.id = ANY ($1::uuid[])`,
    [findings.flatMap(({ records }) => records)],
  )
  return new Map(
    rows.map(({ record, silent, ...agency }) => [record, { agency, silent, working: working.has(record) }]),
  )
}
