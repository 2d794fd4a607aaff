import type { MinimumField } from '@proofmark/contract/entry-fields'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { ItemRead } from '@proofmark/domain/item'
import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { insertNumbered } from '../../store/moment-number.ts'
import { type EntryPlace, placeForEntry } from '../queries/entry-place.ts'
import { lastImportOf } from '../queries/find-import.ts'
import { type Head, recordHeads } from '../queries/record-heads.ts'
import { personsOfVersion } from '../queries/version-persons.ts'
import { versionSaying } from '../queries/version-saying.ts'
import { missingOf } from '../rules/minimum-data-set.ts'
import { type EnteredRow, type Entry, needMinimum, readEntry, saidBy, unreadable } from '../rules/read-entry.ts'
import { recordId } from '../rules/record-id.ts'
import { storable } from '../rules/storable-row.ts'
import { holdRows } from './hold-rows.ts'
import { storeVersions } from './store-versions.ts'
import { writeRows } from './write-rows.ts'

export interface EntryInput extends Omit<Entry, 'persons'> {
  readonly source: string
  /** Absent in a correction, the persons of the corrected version stay: whoever corrects a serial need not see them. */
  readonly persons?: Entry['persons'] | undefined
  /** The version that this entry corrects; absent where it is new. */
  readonly corrects?: string | undefined
}

export interface Entered {
  readonly record: string
  readonly version: string
  readonly stands: boolean
  readonly change: 'entered' | 'corrected' | 'unchanged'
  readonly item: ItemRead
  /** Of the minimum data set, what is neither stated nor said to be unknown. */
  readonly missing: readonly MinimumField[]
}

/**
 * Enters one record by hand, or corrects one: a new version, and the old one stays. It is an import of one row, so it
 * can be taken back like any other. The same entry again, also after its answer was lost, changes nothing and answers
 * its own version. Throws `role_needed`, `source_unknown`, `not_your_agency`, `entry_incomplete`, `entry_contradicts`,
 * `entry_unreadable`; `entry_id_used` where the identifier stands for an entry that says something else, and
 * `entry_outdated` where the corrected version does not stand.
 */
export async function enterRecord(context: Context, input: EntryInput): Promise<Entered> {
  const place = await placeForEntry(context, input.source, input.kind)
  const said = saidBy(input)
  needMinimum(said)
  const { source, settings } = place
  const { entry, corrects } = input
  const record = recordId(context.recordSecret, source.id, entry)
  await holdRows(context, source)
  const kept = corrects === undefined ? [] : await personsOfVersion(context, record, corrects)
  const read = readEntry({ ...input, persons: input.persons ?? kept }, settings)
  if ('reason' in read) throw unreadable(read)
  const head = (await recordHeads(context, [record])).get(record)
  const entered = { record, item: read.item, missing: missingOf(said) }
  const before = head && (await versionSaying(context, record, read.hash, corrects ?? '0'))
  if (before) return { ...entered, version: before, stands: head.version === before, change: 'unchanged' }
  const version = await write(context, place, read, record, head, input)
  await context.audit({
    action: 'record.entered',
    subjects: [record],
    body: { import: version, ...(corrects === undefined ? {} : { corrects }) },
  })
  return { ...entered, version, stands: true, change: corrects === undefined ? 'entered' : 'corrected' }
}

async function write(
  context: Context,
  { source, settings }: EntryPlace,
  read: EnteredRow,
  record: string,
  head: Head | undefined,
  { entry, corrects }: EntryInput,
): Promise<string> {
  if (corrects === undefined) {
    if (head) throw new ProofmarkError('entry_id_used', { entry })
    const version = await openImport(context, source.id, { accepted: 1, changed: 0 })
    const sayable = {
      columns: new Set(Object.keys(read.stated)),
      persons: new Set(read.persons.map(({ field }) => field)),
    }
    await writeRows(context, { source, version, settings, sayable, rows: [{ row: 1, reads: [storable(read)] }] })
    return version
  }
  if (head?.version !== corrects) throw new ProofmarkError('entry_outdated', { corrects })
  const version = await openImport(context, source.id, { accepted: 0, changed: 1 })
  const row = { ...storable(read), id: record, vis: head.vis, firstId: null, succession: 1, known: true }
  await storeVersions(context, source, version, settings.vocabulary.version, [row])
  return version
}

/** An import of one row, which has come to its end with this transaction. Its number is the version. */
async function openImport(
  { query, reader }: Context,
  source: string,
  counts: { readonly accepted: number; readonly changed: number },
): Promise<string> {
  return insertNumbered(lastImportOf(source), (number) =>
    query
      .insertInto('import_run')
      .values({
        id: number,
        source_id: source,
        door: 'hand',
        state: 'done',
        rows: 1,
        rejected: 0,
        unchanged: 0,
        ...counts,
        started_by: reader.account,
        finished_at: sql<Date>`clock_timestamp()`,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst(),
  )
}
