import { EXAMINERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { isFault, type RowFault, type SentRow, type TypedRow, typedRow } from '../rules/ballistics/sent-row.ts'
import { takeItems } from './take-ballistic-items.ts'
import { takeResults } from './take-ballistic-results.ts'
import { examiningAgency, holdBallistics } from './write-ballistics.ts'

export interface Added {
  readonly accepted: number
  readonly unchanged: number
  readonly waiting: readonly string[]
  readonly items: readonly { readonly row: number; readonly item: string }[]
  readonly results: readonly { readonly row: number; readonly result: string }[]
  readonly faults: readonly RowFault[]
}

/**
 * Takes in what an imaging system or a laboratory says: items first, then results of comparing them, whatever their order in
 * the file. A number that is known gets a new version where it says something new; what is the same changes nothing. A row
 * that does not fit comes back by itself. A result that says more than a lead waits for a second person. Throws
 * `role_needed`, `ballistic_agency_needed`.
 */
export async function addBallistics(context: Context, sent: readonly SentRow[]): Promise<Added> {
  needRole(context.reader, EXAMINERS)
  await examiningAgency(context)
  await holdBallistics(context)
  const typed = sent.map(typedRow)
  const rows = typed.filter((row): row is TypedRow => !isFault(row))
  const items = await takeItems(context, rows)
  const results = await takeResults(context, rows)
  const faults = [...typed.filter(isFault), ...items.faults, ...results.faults].sort(
    (one, other) => one.row - other.row,
  )
  const added = {
    accepted: items.accepted + results.accepted,
    unchanged: items.unchanged + results.unchanged,
    waiting: results.waiting,
    items: items.taken,
    results: results.taken,
    faults,
  }
  await context.audit({
    action: 'ballistic.added',
    subjects: added.items.map(({ item }) => item),
    body: { accepted: added.accepted, unchanged: added.unchanged, rejected: faults.length },
  })
  return added
}
