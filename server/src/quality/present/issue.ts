import type { Issue, QualityNotice, QualityRecord, ToldShown } from '@proofmark/contract/schemas/quality'
import { presentItem } from '../../records/present/item.ts'
import { spreadsheetLine } from '../../records/present/spreadsheet-line.ts'
import type { FoundIssue } from '../commands/list-issues.ts'
import type { OpenNotice } from '../queries/notices.ts'
import type { ShownRecord } from '../queries/shown-records.ts'

export const presentRecord = ({ record, source, key, agency, item }: ShownRecord): QualityRecord => ({
  record,
  source,
  key,
  agency,
  read: presentItem(item),
})

const presentTold = ({ id, at, by, from, note, withdrawable, settleable }: OpenNotice): ToldShown => ({
  id,
  at: at.toISOString(),
  by,
  from,
  note,
  withdrawable,
  settleable,
})

/** What a reader sees of records that a data steward should look at. */
export const presentIssue = ({ records, told, ...issue }: FoundIssue): Issue => ({
  ...issue,
  records: records.map(presentRecord),
  told: told && presentTold(told),
})

/** What a reader sees of what one agency told another. */
export const presentNotice = (notice: OpenNotice): QualityNotice => ({
  ...presentTold(notice),
  kind: notice.kind,
  to: notice.to,
  records: notice.shown.map(presentRecord),
  ended: notice.ended,
  endedAt: notice.endedAt?.toISOString() ?? null,
  answer: notice.answer,
})

const HEADINGS = ['kind', 'reason', 'value', 'same_make', 'agency', 'source', 'key', 'serial', 'make', 'model', 'told']

/** A list as a table, a line for each record, safe for a spreadsheet. */
export async function* issueLines(issues: AsyncIterable<FoundIssue>): AsyncGenerator<string> {
  yield spreadsheetLine(HEADINGS)
  for await (const { kind, reason, value, sameMake, records, told } of issues) {
    for (const { agency, source, key, item } of records)
      yield spreadsheetLine([
        kind,
        reason ?? '',
        value,
        String(sameMake),
        agency,
        source,
        key,
        item.serial.stated,
        item.make.name ?? item.make.stated ?? '',
        item.model.name ?? item.model.stated ?? '',
        told?.at.toISOString() ?? '',
      ])
  }
}
