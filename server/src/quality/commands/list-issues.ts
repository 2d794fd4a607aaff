import type { IssueKind, Nonsense } from '@proofmark/contract/quality-words'
import { DESKS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { collidingEntries, type Wanted } from '../queries/colliding-entries.ts'
import { nonsenseSerials } from '../queries/nonsense-serials.ts'
import { type OpenNotice, standingNotices } from '../queries/notices.ts'
import { type ShownRecord, shownRecords } from '../queries/shown-records.ts'
import { formatIssuePlace, parseIssuePlace } from '../rules/issue-place.ts'

/** Records that a data steward should look at. */
export interface FoundIssue {
  readonly kind: IssueKind
  readonly reason: Nonsense | null
  readonly value: string
  readonly sameMake: boolean
  readonly records: readonly ShownRecord[]
  readonly count: number
  readonly told: OpenNotice | null
}

export interface IssuesWanted {
  readonly kind: IssueKind
  readonly agency?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

interface Raw {
  readonly reason: Nonsense | null
  readonly value: string
  readonly sameMake: boolean
  readonly records: readonly string[]
  readonly count: number
  readonly place: readonly string[]
}

async function rawIssues(context: Context, kind: IssueKind, wanted: Wanted): Promise<Raw[]> {
  if (kind !== 'nonsense')
    return (await collidingEntries(context, kind, wanted)).map((each) => ({ ...each, reason: null }))
  const found = await nonsenseSerials(context, wanted)
  return found.map(({ record, ...each }) => ({ ...each, records: [record], count: 1, sameMake: true }))
}

/**
 * A page of one of the data steward's lists, among the records that the reader sees, by source. Throws `role_needed`, and
 * `body_invalid` for an unreadable place.
 */
export async function listIssues(
  context: Context,
  { kind, agency, after, limit }: IssuesWanted,
): Promise<{ issues: FoundIssue[]; next: string | null }> {
  needRole(context.reader, DESKS)
  const place = after === undefined ? null : parseIssuePlace(after)
  const raw = await rawIssues(context, kind, { agency: agency ?? null, after: place, limit: limit + 1 })
  const page = raw.slice(0, limit)
  const ids = page.flatMap(({ records }) => records)
  const shown = await shownRecords(context, ids)
  const told = await standingNotices(context, kind, ids)
  const issues = page.map(({ records, place: _, ...each }) => ({
    ...each,
    kind,
    records: records.flatMap((id) => shown.get(id) ?? []),
    told: told.get(records.join(' ')) ?? null,
  }))
  await context.audit({
    action: 'quality.listed',
    subjects: ids,
    body: { kind, agency: agency ?? null, results: issues.length },
  })
  const last = page.at(-1)
  return { issues, next: last && raw.length > limit ? formatIssuePlace(last.place) : null }
}
