import type { RowKind } from '@proofmark/domain/row-kind'
import type { Context } from '../../access/context.ts'
import { needAgency } from '../../access/policy/agency.ts'
import { needRole } from '../../access/policy/role.ts'
import { dayAfter } from '../rules/day-after.ts'
import type { RowSettings } from '../rules/read-row.ts'
import { getSource, type KnownSource } from './find-source.ts'
import { loadVocabulary } from './vocabulary.ts'

export interface EntryPlace {
  readonly source: KnownSource
  readonly settings: RowSettings
}

/**
 * Where an entry by hand goes, and how it is read: a source of the reader's own agency, in its agency's vocabulary. A
 * form writes its dates as ISO 8601 does, so no order of days and months is taken for granted. Throws `role_needed`,
 * `source_unknown`, `not_your_agency`.
 */
export async function placeForEntry(context: Context, sourceName: string, rowKind: RowKind): Promise<EntryPlace> {
  needRole(context.reader, ['recorder', 'data_steward'])
  const source = await getSource(context, sourceName)
  needAgency(context.reader, source.agency)
  const vocabulary = await loadVocabulary(context, source.agency.id)
  const { recordSecret: secret, now } = context
  return { source, settings: { sourceKind: source.kind, rowKind, dates: {}, today: dayAfter(now), secret, vocabulary } }
}
