import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import type { RowKind } from '@proofmark/domain/row-kind'
import type { Context } from '../../access/context.ts'
import { type Told, type ToldRow, takeToldByKey } from '../../records/commands/take-told.ts'
import type { Recovery } from '../queries/recoveries.ts'
import { EVENT_OF, exhibitRow } from '../rules/exhibit-record.ts'

/** The agency's source of what it recovered, by how: made where there is none yet. */
const SOURCE_NAMES = { seizure: 'Seizures recorded', find: 'Finds recorded', surrender: 'Surrenders recorded' } as const

/** What became of the exhibits as records, by exhibit; absent for goods of which no record speaks. */
export interface MadeRecords {
  readonly outcomes: ReadonlyMap<string, Told>
  /** By exhibit the fields that no record could state, such as a day that is none; the form keeps them as they are. */
  readonly unread: ReadonlyMap<string, readonly string[]>
}

type Row = ToldRow & { readonly rowKind: RowKind }

/** A row without what the reader of rows stumbled over. */
function without(row: Row, field: string): Row | null {
  if (!(field in row.stated)) return null
  const { [field]: _, ...stated } = row.stated
  return { ...row, stated }
}

/**
 * Makes a record of each exhibit of which records speak, or the next version of it, and so has it matched like any
 * other. A field that cannot be read stands in the way of no record: it is left out of it and told.
 */
export async function makeRecords(context: Context, recovery: Recovery, form: RecoveryForm): Promise<MadeRecords> {
  // Under the status with which it was first saved: a record does not change its source.
  const kind = EVENT_OF[recovery.status]
  const source = {
    name: SOURCE_NAMES[kind],
    kind,
    agency: { id: recovery.agency, name: recovery.agencyName },
    handling: 'H0' as const,
    visibility: 'pointer' as const,
    vis: recovery.vis,
    whole: true,
  }
  let waiting = form.exhibits.flatMap((exhibit): Row[] => {
    const row = exhibitRow(form, exhibit, recovery.id)
    if (row === null) return []
    const { rowKind, stated, raw, notKnown } = row
    return [{ key: exhibit.exhibit, rowKind, stated, raw, notKnown, persons: [] }]
  })
  const outcomes = new Map<string, Told>()
  const unread = new Map<string, string[]>()
  while (waiting.length > 0) {
    const again: Row[] = []
    for (const [rowKind, rows] of Map.groupBy(waiting, (row) => row.rowKind)) {
      const told = await takeToldByKey(context, { ...source, rowKind }, rows)
      for (const row of rows) {
        const outcome = told.get(row.key)!
        outcomes.set(row.key, outcome)
        if ('record' in outcome) continue
        unread.set(row.key, [...(unread.get(row.key) ?? []), outcome.unreadable])
        const rest = without(row, outcome.unreadable)
        if (rest) again.push(rest)
      }
    }
    waiting = again
  }
  return { outcomes, unread }
}
