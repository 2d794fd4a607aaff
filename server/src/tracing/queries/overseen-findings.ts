import type { FindingRule } from '@proofmark/contract/life-words'
import type { Context } from '../../access/context.ts'
import type { Finding } from '../rules/findings/finding.ts'

const PAGE = 200

/** A finding against a custodian whose custody the reader oversees. */
export interface OverseenFinding {
  readonly id: string
  readonly custodian: string
  readonly rule: FindingRule
  readonly parameters: Finding['parameters']
  readonly alternatives: Finding['alternatives']
  readonly working: boolean
  readonly filedAt: Date
  readonly dueAt: Date
  readonly passedOnAt: Date | null
  readonly passedOnBy: string | null
  readonly note: string | null
  /** Agencies whose people were not shown it. */
  readonly agencies: readonly string[]
  /** Those of its records that the reader may see. */
  readonly seen: readonly { readonly record: string; readonly source: string; readonly key: string }[]
  /** How many others each agency keeps. */
  readonly others: readonly { readonly agency: string; readonly desk: string; readonly records: number }[]
}

type Row = Omit<OverseenFinding, 'seen' | 'others'> & {
  readonly records: readonly string[]
  readonly keepers: readonly string[]
}

/** What rests on a silent source of the custodian's own is for an officer who works there. */
const FINDINGS = `
  SELECT f.id, g.name AS custodian, f.rule, f.parameters, f.alternatives, f.working, f.records, f.keepers,
    f.filed_at AS "filedAt", f.due_at AS "dueAt", f.passed_on_at AS "passedOnAt", a.name AS "passedOnBy", f.note,
    ARRAY(SELECT w.name FROM oversight_waiting o JOIN agency w ON w.id = o.agency_id
          WHERE o.finding_id = f.id ORDER BY w.name) AS agencies
  FROM oversight_finding f
  JOIN agency g ON g.id = f.agency_id
  LEFT JOIN account a ON a.id = f.passed_on_by
  WHERE g.oversight_account_id = $1 AND (NOT f.silent OR f.agency_id IS NOT DISTINCT FROM $2::uuid)
    AND ($3::uuid IS NULL OR f.id = $3)
  ORDER BY f.passed_on_at IS NOT NULL OR f.due_at <= $4,
    CASE WHEN f.passed_on_at IS NULL AND f.due_at > $4 THEN f.due_at END, f.filed_at DESC, f.id
  LIMIT ${PAGE}`

/** How many findings wait for the reader, who oversees the custody that they speak against. */
export async function countFindingsWaiting({ client, reader, now }: Context): Promise<number> {
  const { rows } = await client.query<{ waiting: number }>(
    `SELECT count(*)::int4 AS waiting FROM oversight_finding f JOIN agency g ON g.id = f.agency_id
     WHERE g.oversight_account_id = $1 AND (NOT f.silent OR f.agency_id IS NOT DISTINCT FROM $2::uuid)
       AND f.passed_on_at IS NULL AND f.due_at > $3`,
    [reader.account, reader.agency?.id ?? null, now],
  )
  return rows[0]?.waiting ?? 0
}

async function seenOf({ client }: Context, records: readonly string[]) {
  const { rows } = await client.query<OverseenFinding['seen'][number]>(
    `SELECT r.id AS record, s.name AS source, r.source_key AS key
     FROM record r JOIN source s ON s.id = r.source_id WHERE r.id = ANY ($1::uuid[])`,
    [records],
  )
  return new Map(rows.map((row) => [row.record, row]))
}

async function desksOf({ client }: Context, agencies: readonly string[]) {
  const { rows } = await client.query<{ id: string; name: string; desk: string }>(
    'SELECT id, name, desk FROM agency WHERE id = ANY ($1::uuid[])',
    [agencies],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** By agency, how many of its records the reader may not see. */
function othersOf(
  { records, keepers }: Row,
  seen: ReadonlyMap<string, unknown>,
  desks: Awaited<ReturnType<typeof desksOf>>,
): OverseenFinding['others'] {
  const hidden = keepers.filter((_, at) => !seen.has(records[at]!))
  return [...new Set(hidden)]
    .map((id) => desks.get(id)!)
    .map(({ id, name, desk }) => ({ agency: name, desk, records: hidden.filter((each) => each === id).length }))
    .sort((one, other) => (one.agency < other.agency ? -1 : 1))
}

/**
 * The findings against the custodies that the reader oversees, those that wait first; or the one that is named, if it is
 * among them. Records that the reader may not see are counted by the agency that keeps them, and nothing else is told.
 */
export async function overseenFindings(context: Context, finding: string | null = null): Promise<OverseenFinding[]> {
  const { client, reader, now } = context
  const { rows } = await client.query<Row>(FINDINGS, [reader.account, reader.agency?.id ?? null, finding, now])
  if (rows.length === 0) return []
  const seen = await seenOf(
    context,
    rows.flatMap(({ records }) => records),
  )
  const desks = await desksOf(
    context,
    rows.flatMap(({ keepers }) => keepers),
  )
  return rows.map(({ records, keepers, ...row }) => ({
    ...row,
    seen: records.flatMap((record) => seen.get(record) ?? []),
    others: othersOf({ records, keepers, ...row }, seen, desks),
  }))
}
