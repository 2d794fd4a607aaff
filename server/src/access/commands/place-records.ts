import { awaitMatching } from '../../linkage/commands/await-matching.ts'
import { takeTurn } from '../../records/commands/hold-rows.ts'
import type { ReaderTransaction } from '../../store/reader-transaction.ts'
import { recordPlaces } from '../queries/record-places.ts'
import type { VisibilityClass } from '../rules/may-read.ts'
import { recordClass } from '../rules/record-class.ts'
import { internVisibility } from './intern-visibility.ts'

/** Held together by whoever reads a record's class and writes it beside the record, and alone by whoever changes it. */
const LOCK = 'record classes'

/** Lets nobody change the class of a record until the transaction ends. */
export async function keepClasses({ client }: Pick<ReaderTransaction, 'client'>): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [LOCK])
}

/**
 * Takes the turn to change the class of records of these sources: whoever imports into one of them, judges or matches
 * waits, and what they have written is seen. Always in the same order.
 */
export async function holdClasses(transaction: ReaderTransaction, sources: readonly string[]): Promise<void> {
  for (const id of [...new Set(sources)].sort()) await takeTurn(transaction, { id })
  await transaction.client.query(`SELECT pg_advisory_xact_lock(hashtextextended('judgement', 0))`)
  await transaction.client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [LOCK])
}

const keyOf = ({ agency, sourceVisibility, handling, readers }: Omit<VisibilityClass, 'id'>) =>
  [agency, sourceVisibility, handling, ...readers.flatMap(({ agency, end }) => [agency, end.toISOString()])].join(' ')

/** So few records are matched at once as ask around themselves, entries of registers included. */
const MATCHED_AT_ONCE = 50

/**
 * Puts each of these records into the class that its source and its standing releases ask for, with everything that
 * bears its class, and lets it be matched anew: how far is looked for counterparts depends on the class. What this
 * transaction may see was settled when it began: a record that is put into a new class is hidden from it thereafter.
 */
export async function placeRecords(
  transaction: ReaderTransaction,
  records: readonly string[],
  now: Date,
): Promise<void> {
  const places = await recordPlaces(transaction, records)
  const wanted = places.map(({ record, source, releases }) => ({ record, as: recordClass(source, releases, now) }))
  for (const alike of Map.groupBy(wanted, ({ as }) => keyOf(as)).values()) {
    const vis = await internVisibility(transaction, alike[0]!.as)
    await transaction.client.query('SELECT move_records($1::uuid[], $2)', [alike.map(({ record }) => record), vis])
  }
  for (let start = 0; start < records.length; start += MATCHED_AT_ONCE)
    await awaitMatching(transaction, records.slice(start, start + MATCHED_AT_ONCE))
}
