import type { DIVERSION_KINDS } from '@proofmark/contract/life-words'
import type { TraceReplyMessage } from '@proofmark/contract/schemas/trace-message'
import type {
  AddresseeRole,
  ChainRole,
  PartyKind,
  RefusalReason,
  ReplyKind,
  TraceOutcome,
} from '@proofmark/contract/trace-words'
import type { Countries } from '../countries.ts'
import {
  type ContactDraft,
  contactDraftOf,
  contactOf,
  day,
  type HandlingDraft,
  handlingDraftOf,
  handlingOf,
  said,
  whole,
} from '../draft-parts.ts'

/** What a reply says, without what makes it a message. */
export type Reply = Omit<TraceReplyMessage, 'form' | 'what' | 'id' | 'request' | 'repliedAt'>

/** A link of the chain as it is typed. */
export interface LinkDraft {
  readonly number: number
  readonly role: ChainRole
  readonly name: string
  /** Empty: not said. */
  readonly party: PartyKind | ''
  readonly country: string
  readonly from: string
  readonly to: string
  readonly quantity: string
  readonly document: string
  readonly documentNumber: string
  readonly evidence: string
}

export interface ReplyDraft {
  readonly country: string
  readonly contact: ContactDraft
  readonly reference: string
  readonly kind: ReplyKind | ''
  readonly reason: RefusalReason | ''
  readonly reasonText: string
  readonly outcome: TraceOutcome | ''
  readonly chain: readonly LinkDraft[]
  readonly lastLawfulHolder: string
  readonly lastLawfulHolderParty: PartyKind | ''
  readonly diversion: (typeof DIVERSION_KINDS)[number] | ''
  readonly diversionFrom: string
  readonly diversionTo: string
  readonly diversionPlace: string
  readonly diversionBasis: string
  readonly nextCountry: string
  readonly nextImporter: string
  readonly nextRole: AddresseeRole
  readonly handling: HandlingDraft
  readonly courtPermitted: boolean
  readonly courtOn: string
  readonly courtBy: string
}

/** A link of which nothing is known yet but its place. */
export const emptyLink = (number: number): LinkDraft => ({
  number,
  role: number === 0 ? 'manufacturer' : 'holder',
  name: '',
  party: '',
  country: '',
  from: '',
  to: '',
  quantity: '',
  document: '',
  documentNumber: '',
  evidence: '',
})

/** A reply, to be typed in. */
export function replyDraftOf(reply: Reply, { nameOf }: Pick<Countries, 'nameOf'>): ReplyDraft {
  const { replier, diversion, next, courtUse } = reply
  const country = (code: string | null | undefined) => (code ? nameOf(code) : '')
  return {
    country: country(replier.country),
    contact: contactDraftOf(replier.contact),
    reference: replier.reference ?? '',
    kind: reply.kind,
    reason: reply.reason ?? '',
    reasonText: reply.reasonText ?? '',
    outcome: reply.outcome ?? '',
    chain: reply.chain.map((link, number) => ({
      number,
      role: link.role,
      name: link.name ?? '',
      party: link.party ?? '',
      country: country(link.country),
      from: link.date.from ?? '',
      to: link.date.to === link.date.from ? '' : (link.date.to ?? ''),
      quantity: link.quantity === null ? '' : String(link.quantity),
      document: link.document?.kind ?? '',
      documentNumber: link.document?.number ?? '',
      evidence: link.evidence ?? '',
    })),
    lastLawfulHolder: reply.lastLawfulHolder ?? '',
    lastLawfulHolderParty: reply.lastLawfulHolderParty ?? '',
    diversion: diversion?.kind ?? '',
    diversionFrom: diversion?.window.from ?? '',
    diversionTo: diversion?.window.to ?? '',
    diversionPlace: diversion?.place ?? '',
    diversionBasis: diversion?.basis ?? '',
    nextCountry: country(next?.country),
    nextImporter: next?.importer ?? '',
    nextRole: next?.role ?? 'last_import',
    handling: handlingDraftOf(reply.handling),
    courtPermitted: courtUse.permitted,
    courtOn: courtUse.on ?? '',
    courtBy: courtUse.by ?? '',
  }
}

/** What a reply cannot be without. */
export type Lack = 'kind' | 'reason' | 'country' | 'contact' | 'handling'

const isKept = ({ kind }: Pick<ReplyDraft, 'kind'>): boolean => kind === 'refused' || kind === 'delayed'

export function lacksOf(draft: ReplyDraft, { codeOf }: Pick<Countries, 'codeOf'>): readonly Lack[] {
  const lacks: readonly (readonly [Lack, boolean])[] = [
    ['kind', draft.kind === ''],
    ['reason', isKept(draft) && draft.reason === ''],
    ['country', codeOf(draft.country) === null],
    ['contact', contactOf(draft.contact) === null],
    ['handling', handlingOf(draft.handling) === null],
  ]
  return lacks.flatMap(([lack, so]) => (so ? [lack] : []))
}

/** The reply that was typed; null while it lacks something. */
export function replyOf(draft: ReplyDraft, countries: Pick<Countries, 'codeOf'>): Reply | null {
  const { codeOf } = countries
  const contact = contactOf(draft.contact)
  const handling = handlingOf(draft.handling)
  const country = codeOf(draft.country)
  if (lacksOf(draft, countries).length > 0 || !contact || !handling || !country || draft.kind === '') return null
  const nextCountry = codeOf(draft.nextCountry)
  return {
    replier: { country, contact, reference: said(draft.reference) },
    kind: draft.kind,
    reason: draft.reason || null,
    reasonText: said(draft.reasonText),
    outcome: draft.outcome || null,
    chain: isKept(draft) ? [] : draft.chain.map((link, index) => linkOf(link, index, codeOf)),
    lastLawfulHolder: said(draft.lastLawfulHolder),
    ...(draft.lastLawfulHolderParty === '' ? {} : { lastLawfulHolderParty: draft.lastLawfulHolderParty }),
    diversion:
      draft.diversion === ''
        ? null
        : {
            kind: draft.diversion,
            window: { from: day(draft.diversionFrom), to: day(draft.diversionTo) },
            place: said(draft.diversionPlace),
            basis: said(draft.diversionBasis),
          },
    next:
      nextCountry === null ? null : { country: nextCountry, importer: said(draft.nextImporter), role: draft.nextRole },
    handling,
    courtUse: {
      permitted: draft.courtPermitted,
      on: draft.courtPermitted ? day(draft.courtOn) : null,
      by: draft.courtPermitted ? said(draft.courtBy) : null,
    },
  }
}

function linkOf(link: LinkDraft, index: number, codeOf: Countries['codeOf']): Reply['chain'][number] {
  const document = said(link.document)
  const from = day(link.from)
  const quantity = whole(link.quantity)
  return {
    place: index + 1,
    role: link.role,
    name: said(link.name),
    ...(link.party === '' ? {} : { party: link.party }),
    country: codeOf(link.country),
    date: { from, to: day(link.to) ?? from },
    quantity: quantity === 0 ? null : quantity,
    document: document === null ? null : { kind: document, number: said(link.documentNumber) },
    evidence: said(link.evidence),
  }
}
