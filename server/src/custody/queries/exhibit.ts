import { ProofmarkError } from '@proofmark/contract/errors'
import type { ExhibitKind } from '@proofmark/contract/recovery-words'
import type { Context } from '../../access/context.ts'
import { needCurrentClasses } from '../../access/queries/need-current-classes.ts'
import { readLabel } from '../rules/label-code.ts'

export interface Exhibit {
  readonly id: string
  readonly kind: ExhibitKind
  /** The agency that recovered it. */
  readonly agency: string
  readonly vis: number
  readonly recovery: string
  readonly record: string | null
}

const COLUMNS = 'id, kind, agency_id AS agency, vis, recovery_id AS recovery, record_id AS record'

/** The identifier that a typed or scanned text names. Throws `label_unreadable`. */
export function needLabel(code: string): string {
  const id = readLabel(code)
  if (id === null) throw new ProofmarkError('label_unreadable', { value: code.slice(0, 120) })
  return id
}

/** The exhibits that the reader may see, of these; in the order in which they were asked for. Throws `label_unreadable`, `not_found`. */
export async function needExhibits(context: Context, codes: readonly string[]): Promise<Exhibit[]> {
  const ids = [...new Set(codes.map(needLabel))]
  const { rows } = await context.client.query<Exhibit>(`SELECT ${COLUMNS} FROM exhibit WHERE id = ANY ($1::uuid[])`, [
    ids,
  ])
  const known = new Map(rows.map((row) => [row.id, row]))
  const missing = ids.find((id) => !known.has(id))
  if (missing !== undefined) {
    // It may have been put into a class that this transaction does not know yet.
    await needCurrentClasses(context, context.reader.agency?.id ?? null)
    throw new ProofmarkError('not_found', { what: missing })
  }
  return ids.map((id) => known.get(id)!)
}

/** One exhibit. Throws as `needExhibits`. */
export async function needExhibit(context: Context, code: string): Promise<Exhibit> {
  const [exhibit] = await needExhibits(context, [code])
  return exhibit!
}

/** Takes the turn to say something of these exhibits, until the transaction ends; always in the same order. */
export async function holdExhibits(context: Context, codes: readonly string[]): Promise<Exhibit[]> {
  for (const id of [...new Set(codes.map(needLabel))].sort())
    await context.client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`exhibit ${id}`])
  return needExhibits(context, codes)
}
