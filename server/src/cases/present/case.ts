import type {
  CaseCompartment,
  CaseEntryShown,
  CaseFindable,
  CaseHolding,
  CaseItemShown,
  CaseLeft,
  CaseListed,
  CaseMoment,
  CaseShown,
  CaseTaskShown,
} from '@proofmark/contract/schemas/case'
import type { DocumentShown } from '@proofmark/contract/schemas/case-document'
import type { CaseView, ListedCase } from '../commands/show-case.ts'
import type { CaseDocument } from '../queries/documents.ts'
import type { FoundItem } from '../queries/found-items.ts'
import type { Held } from '../queries/holding.ts'
import type { Member } from '../queries/members.ts'
import type { CaseWithoutLead } from '../queries/without-lead.ts'
import { caseAsks } from '../rules/case-asks.ts'
import { basisOf, type CaseEntry, type StandingTask } from '../rules/case-standing.ts'
import { viewOf } from '../rules/document-view.ts'
import { savedName } from '../rules/saved-name.ts'

const MOVABLE: readonly string[] = ['note', 'decision', 'item']

/** A document as its reader may see it. */
export const presentDocument = (
  { id, sha256, mediaType, agencyName, at, ...document }: CaseDocument,
  agency: string | null,
  withdrawn = false,
): DocumentShown => {
  const { compartment, name, about, bytes, received, state, reason, caution, by } = document
  const mayWithdraw = document.agency !== null && document.agency === agency && state === 'kept' && !withdrawn
  const shown = {
    document: id,
    compartment,
    name,
    about,
    bytes,
    received,
    state,
    reason,
    caution,
    by,
    mediaType,
    file: savedName({ id, name, mediaType, caution }),
    view: viewOf(mediaType, caution),
    withdrawn,
    mayWithdraw,
  }
  return { ...shown, sha256: sha256.toString('hex'), agency: agencyName, at: at.toISOString() }
}

/** What the reader knows of by identifier: entries, documents, and what they see was withdrawn. */
const knownTo = ({ entries, documents, standing }: CaseView): ReadonlySet<string> =>
  new Set([...entries, ...documents].map(({ id }) => id).concat(...standing.withdrawn.keys()))

/** As this reader may see it: what was given and may not be read is named by its kind alone, what is hidden by nothing. */
function saidTo({ items }: CaseView, known: ReadonlySet<string>, entry: CaseEntry): CaseEntry['said'] {
  const { said } = entry
  if (said?.kind === 'item' && !items.has(said.item.id ?? '')) return { ...said, item: { ...said.item, id: null } }
  if (said?.kind === 'note' || said?.kind === 'decision')
    return { ...said, about: basisOf(entry).filter((id) => known.has(id)) }
  if (said?.kind === 'closed') return { ...said, openTraces: said.openTraces.filter((id) => items.has(id)) }
  return said
}

function presentEntry(view: CaseView, known: ReadonlySet<string>, entry: CaseEntry): CaseEntryShown {
  const { standing, agency } = view
  const { id, kind, compartment, agencyName, by, at } = entry
  const withdrawn = standing.withdrawn.has(id)
  const struck = standing.struck.get(id)
  const said = saidTo(view, known, entry)
  return {
    entry: id,
    kind: kind as CaseEntryShown['kind'],
    compartment,
    agency: agencyName,
    by,
    at: at.toISOString(),
    said,
    struck: struck
      ? { entry: struck.id, by: struck.by, at: struck.at.toISOString(), reason: struck.said.reason }
      : null,
    withdrawn,
    mayWithdraw: !withdrawn && MOVABLE.includes(kind) && entry.agency !== null && entry.agency === agency,
    restsOnWithdrawn: basisOf(entry).some((of) => standing.withdrawn.has(of)),
  }
}

const presentItems = ({ standing, items, agency }: CaseView): CaseItemShown[] =>
  standing.items.map(({ id: entry, said: { item }, agency: giver, agencyName, by, at }) => {
    const read = item.id === null ? undefined : items.get(item.id)
    return {
      entry,
      kind: item.kind,
      id: read?.id ?? null,
      label: read?.label ?? null,
      record: read?.record ?? null,
      firedItem: read?.firedItem ?? null,
      finding: item.finding ?? null,
      why: item.why ?? null,
      agency: agencyName,
      by,
      at: at.toISOString(),
      mayWithdraw: giver !== null && giver === agency,
    }
  })

const presentTask = (
  { entry, template, title, steps, state, due, note, for: person }: StandingTask,
  members: readonly Member[],
): CaseTaskShown => {
  const name = members.find(({ account }) => account === person)?.name ?? null
  return {
    entry: entry.id,
    template,
    title,
    steps: [...steps],
    state,
    for: person === null ? null : { account: person, name: name ?? '' },
    due,
    note,
    agency: entry.agencyName,
  }
}

const presentMember = ({ account, name, agencyName, part, until, inside, able, why, leaving, by, at }: Member) => ({
  account,
  name,
  agency: agencyName,
  part,
  until: until?.toISOString() ?? null,
  inside: inside && able,
  why,
  leaving,
  by,
  at: at.toISOString(),
})

function presentCompartments({ file, entries, members, account }: CaseView): CaseCompartment[] {
  const opened = entries.flatMap(({ said }) => (said?.kind === 'compartment' ? [said] : []))
  const ids = [{ compartment: file.id, name: null }, ...opened]
  return ids.map(({ compartment, name }) => {
    const own = members.filter((each) => each.compartment === compartment)
    const part = own.find((each) => each.account === account)?.part ?? 'reader'
    return { compartment, name, part: part === 'none' ? 'reader' : part, members: own.map(presentMember) }
  })
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

/** All that happened, in the order of its days: what was given, with its own days, and what was said and done here. */
function timelineOf({ entries, documents, members, items, standing, file }: CaseView): CaseMoment[] {
  const said = entries.map(({ id, at, kind }) => ({ from: 'entry' as const, id, event: kind, at }))
  const sent = documents.map(({ id, at, name }) => ({ from: 'document' as const, id, event: name, at }))
  const entered = members
    .filter(({ compartment }) => compartment === file.id)
    .map(({ account, at, part }) => ({ from: 'member' as const, id: account, event: part, at }))
  const here = [...said, ...sent, ...entered].map(
    ({ at, ...of }): CaseMoment => ({ ...of, day: dayOf(at), until: null, at: at.toISOString() }),
  )
  // The record and a finding of its life are one item: what happened to it happened once.
  const first = new Set(new Map(standing.items.toReversed().map(({ id, said }) => [said.item.id ?? id, id])).values())
  const given = standing.items.filter(({ id }) => first.has(id))
  const there = given.flatMap(({ id, said: { item } }) =>
    (items.get(item.id ?? '')?.happenings ?? []).map(
      ({ event, from, to }): CaseMoment => ({ day: from, until: to, from: 'item', id, event, at: null }),
    ),
  )
  // Within a moment they stay in the order in which they were written.
  const key = ({ day, at }: CaseMoment) => `${day} ${at ?? ''}`
  const order = (one: CaseMoment, other: CaseMoment) => (key(one) < key(other) ? -1 : Number(key(one) > key(other)))
  return [...there, ...here].sort(order)
}

const head = ({ file, standing }: ListedCase): Omit<CaseListed, 'asks'> => ({
  case: file.id,
  reference: file.reference,
  agency: file.agencyName,
  title: standing.title,
  kinds: [...standing.kinds],
  nexus: [...standing.nexus],
  state: standing.state,
  part: file.part,
  reviewOn: standing.reviewOn,
  openedAt: file.openedAt.toISOString(),
})

/** One of the reader's cases in a list; what needs a look at other desks is asked on its page. */
export const presentListedCase = (listed: ListedCase): CaseListed => ({
  ...head(listed),
  asks: caseAsks({ ...listed, openTraces: [] }),
})

/** A case or a compartment that nobody leads, for the steward who names somebody. */
export const presentWithoutLead = ({
  id,
  reference,
  compartment,
  people,
}: CaseWithoutLead): CaseLeft['cases'][number] => ({
  case: id,
  reference,
  compartment,
  people: people && [...people],
})

/** Something that may be given, by what a case would call it. */
export const presentFindable = ({ kind, id, label, happenings }: FoundItem): CaseFindable => ({
  kind,
  id,
  label: label ?? '',
  day: happenings[0]?.from ?? null,
})

/** In which case something stands, for a reader of that agency. */
export const presentHolding = (
  { file, title, state, kind, id, entry, finding }: Held,
  agency: string | null,
): CaseHolding => ({
  ...{ case: file.id, reference: file.reference, title, state, kind, id, finding },
  entry: entry?.id ?? null,
  agency: entry?.agencyName ?? null,
  at: entry?.at.toISOString() ?? null,
  mayWithdraw: entry !== null && entry.agency !== null && entry.agency === agency,
})

/** A case as its reader may see it. */
export function presentCase(view: CaseView): CaseShown {
  const { file, entries, standing, documents, members, openTraces, agency } = view
  const { offer, closing } = standing
  const known = knownTo(view)
  return {
    ...head(view),
    asks: caseAsks(view),
    handling: file.handling,
    visibility: file.visibility,
    openedBy: file.openedBy,
    ours: file.agency === agency,
    entries: entries.map((entry) => presentEntry(view, known, entry)),
    items: presentItems(view),
    tasks: standing.tasks.map((task) => presentTask(task, members)),
    documents: documents.map((document) => presentDocument(document, agency, standing.withdrawn.has(document.id))),
    compartments: presentCompartments(view),
    offer: offer && {
      entry: offer.id,
      to: { account: offer.said.to, name: offer.said.toName },
      why: offer.said.why,
    },
    closing: closing && {
      outcome: closing.outcome,
      supplyChain: closing.supplyChain,
      why: closing.why ?? null,
      despiteTraces: closing.despiteTraces ?? null,
    },
    openTraces: openTraces.map(({ id, reference }) => ({ trace: id, reference })),
    timeline: timelineOf(view),
  }
}
