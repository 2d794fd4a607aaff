import type { CaseItemKind } from '@proofmark/contract/case-desk-words'
import { CASE_WORKERS } from '@proofmark/contract/route'
import type { CaseListRequest } from '@proofmark/contract/schemas/case'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { needCase } from '../policy/case-part.ts'
import { type CaseFile, casesOf } from '../queries/case-file.ts'
import { type CaseDocument, documentsOf } from '../queries/documents.ts'
import { entriesOf } from '../queries/entries.ts'
import { type CaseItemRow, type OpenTrace, readItems } from '../queries/items.ts'
import { type Member, membersOf } from '../queries/members.ts'
import { shownPersons } from '../queries/shown-persons.ts'
import { type CaseEntry, type CaseStanding, standingOf } from '../rules/case-standing.ts'
import { tracesOfCase } from './move-case.ts'

/** A case as one reader may see it. */
export interface CaseView {
  readonly file: CaseFile
  readonly entries: readonly CaseEntry[]
  readonly standing: CaseStanding
  readonly documents: readonly CaseDocument[]
  readonly members: readonly Member[]
  /** What it was given, and the requests that were open as it was closed, where the reader may read them, by identifier. */
  readonly items: ReadonlyMap<string, CaseItemRow>
  readonly openTraces: readonly OpenTrace[]
  readonly account: string
  readonly agency: string | null
  readonly today: string
}

async function itemsOf(
  context: Context,
  { items }: CaseStanding,
  entries: readonly CaseEntry[],
): Promise<Map<string, CaseItemRow>> {
  const openTraces = entries.flatMap(({ said }) => (said?.kind === 'closed' ? said.openTraces : []))
  const byKind = new Map<CaseItemKind, string[]>(openTraces.length > 0 ? [['trace', openTraces]] : [])
  for (const { said } of items)
    if (said.item.id !== null) byKind.set(said.item.kind, [...(byKind.get(said.item.kind) ?? []), said.item.id])
  const found = new Map<string, CaseItemRow>()
  for (const [kind, ids] of byKind) for (const [id, row] of await readItems(context, kind, ids)) found.set(id, row)
  return withPersonsAsShown(context, found, byKind.get('person') ?? [])
}

/** Of persons what their own pages would tell: to whoever needs no name none, and of a victim or a witness nothing. */
async function withPersonsAsShown(
  context: Context,
  items: Map<string, CaseItemRow>,
  persons: readonly string[],
): Promise<Map<string, CaseItemRow>> {
  const shown = await shownPersons(context, persons, false)
  for (const id of persons) {
    const row = items.get(id)
    if (row === undefined) continue
    if (shown.isProtected(id)) items.delete(id)
    else if (shown.withheld({ id, kind: 'person' }) !== null) items.set(id, { ...row, label: null })
  }
  return items
}

/** The compartments of a case that the reader is in: the case as such, and those whose opening they may read. */
export const compartmentsIn = (file: string, entries: readonly CaseEntry[]): string[] => [
  file,
  ...entries.flatMap(({ said }) => (said?.kind === 'compartment' ? [said.compartment] : [])),
]

/** A case, whose showing is an entry of the log. Throws `role_needed`, `not_found`. */
export async function showCase(context: Context, id: string): Promise<CaseView> {
  const file = await needCase(context, id)
  const entries = (await entriesOf(context, [file.id])).get(file.id) ?? []
  const standing = standingOf(entries)
  const view = {
    file,
    entries,
    standing,
    documents: await documentsOf(context, file.id),
    members: await membersOf(context, compartmentsIn(file.id, entries)),
    items: await itemsOf(context, standing, entries),
    openTraces: await tracesOfCase(context, standing),
    account: context.reader.account,
    agency: context.reader.agency?.id ?? null,
    today: context.now.toISOString().slice(0, 10),
  }
  await context.audit({ action: 'case.shown', subjects: [file.id] })
  return view
}

export type CaseListing = Pick<CaseListRequest, 'after' | 'limit'> &
  Partial<Pick<CaseListRequest, 'state' | 'writable' | 'named'>>

export interface ListedCase {
  readonly file: CaseFile
  readonly entries: readonly CaseEntry[]
  readonly standing: CaseStanding
  readonly account: string
  readonly today: string
}

/** Every case that the reader was let into, with how each stands; no entry of the log. */
export async function standingCases(context: Context): Promise<ListedCase[]> {
  const files = await casesOf(context)
  const entries = await entriesOf(
    context,
    files.map(({ id }) => id),
  )
  return files.map((file) => {
    const own = entries.get(file.id) ?? []
    const today = context.now.toISOString().slice(0, 10)
    return { file, entries: own, standing: standingOf(own), account: context.reader.account, today }
  })
}

const lastWritten = ({ entries }: ListedCase): bigint => BigInt(entries.at(-1)?.number ?? 0)

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Those that a choice of where to write offers: open, not merely read, the last written in first. */
const writableOf = (cases: readonly ListedCase[]): ListedCase[] =>
  cases
    .filter(({ file, standing }) => standing.state === 'open' && file.part !== 'reader')
    .sort((one, other) => Number(lastWritten(other) - lastWritten(one)))

/**
 * The cases that the reader was let into, the last opened first, a page at a time; or those in which they may write, the last
 * written in first. Throws `role_needed`.
 */
export async function listCases(
  context: Context,
  { state, writable = false, named = '', after, limit }: CaseListing,
): Promise<{ readonly cases: readonly ListedCase[]; readonly more: boolean }> {
  needRole(context.reader, CASE_WORKERS)
  const standing = await standingCases(context)
  const wanted = folded(named.trim())
  const all = (writable ? writableOf(standing) : standing).filter(
    (each) =>
      (state === undefined || each.standing.state === state) &&
      folded(`${each.file.reference} ${each.standing.title}`).includes(wanted),
  )
  const cases = all.slice(after, after + limit)
  await context.audit({
    action: 'case.listed',
    subjects: cases.map(({ file }) => file.id),
    body: { state: state ?? null },
  })
  return { cases, more: all.length > after + limit }
}
