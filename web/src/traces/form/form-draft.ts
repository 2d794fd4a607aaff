import type { LegalBasis } from '@proofmark/contract/purposes'
import type { TraceEditRequest, TraceForm } from '@proofmark/contract/schemas/trace-desk'
import type { TracedFirearm } from '@proofmark/contract/schemas/trace-message'
import type { TraceShown } from '@proofmark/contract/schemas/trace-shown'
import type {
  AddresseeRole,
  IllicitGround,
  IntendedUse,
  RecoveryKind,
  TraceChannel,
  TracePriority,
} from '@proofmark/contract/trace-words'
import type { MarkKind, MarkState, Part } from '@proofmark/domain/marking'
import type { Countries } from '../countries.ts'
import {
  type ContactDraft,
  contactDraftOf,
  contactOf,
  day,
  type HandlingDraft,
  handlingDraftOf,
  handlingOf,
  lines,
  NO_CONTACT,
  NO_HANDLING,
  said,
  whole,
} from '../draft-parts.ts'

/** A further mark as it is typed; its number tells it from its neighbours while it is being written. */
export interface MarkDraft {
  readonly number: number
  readonly kind: MarkKind
  readonly part: Part
  readonly observed: string
  readonly state: MarkState
  readonly country: string
}

/** The form of a request as it is typed: texts that may be empty, and countries by what was typed for them. */
export interface FormDraft {
  readonly answerBy: string
  readonly asker: ContactDraft
  readonly reference: string
  readonly legalBasis: LegalBasis | ''
  readonly toCountry: string
  readonly toContact: ContactDraft
  readonly role: AddresseeRole | ''
  readonly partner: string
  readonly channel: TraceChannel
  readonly priority: TracePriority
  readonly urgentBecause: string
  readonly intendedUse: readonly IntendedUse[]
  readonly intendedUseText: string
  readonly illicitGrounds: readonly IllicitGround[]
  readonly legalJustification: string
  readonly recovery: RecoveryKind | ''
  readonly from: string
  readonly to: string
  readonly recoveryCountry: string
  readonly place: string
  readonly summary: string
  readonly type: string
  readonly action: string
  readonly make: string
  readonly importer: string
  readonly model: string
  readonly calibre: string
  readonly madeIn: string
  readonly madeInUnknown: string
  readonly yearFrom: string
  readonly yearTo: string
  readonly importCountry: string
  readonly importYear: string
  readonly serial: string
  readonly serialState: MarkState
  readonly serialPart: Part
  readonly marks: readonly MarkDraft[]
  readonly alterations: string
  readonly photographs: TracedFirearm['photographs']
  readonly questions: TraceForm['questions']
  readonly related: string
  readonly ballisticLead: boolean
  readonly handling: HandlingDraft
  readonly attachments: TraceForm['attachments']
}

type Names = Pick<Countries, 'nameOf'>
type Codes = Pick<Countries, 'codeOf'>

/** A saved form, to be typed in. */
export function draftOf(trace: Pick<TraceShown, 'form' | 'channel' | 'partner'>, { nameOf }: Names): FormDraft {
  const { form, channel, partner } = trace
  const { requester, addressee, circumstances, firearm } = form
  const country = (code: string | null) => (code === null ? '' : nameOf(code))
  const year = (number: number | null | undefined) => (number === null || number === undefined ? '' : String(number))
  return {
    answerBy: form.answerBy ?? '',
    asker: contactDraftOf(requester.contact),
    reference: requester.reference ?? '',
    legalBasis: requester.legalBasis ?? '',
    toCountry: country(addressee.country),
    toContact: contactDraftOf(addressee.contact),
    role: addressee.role ?? '',
    partner: partner ?? '',
    channel,
    priority: form.priority,
    urgentBecause: form.urgentBecause ?? '',
    intendedUse: form.intendedUse,
    intendedUseText: form.intendedUseText ?? '',
    illicitGrounds: form.illicitGrounds,
    legalJustification: form.legalJustification ?? '',
    recovery: circumstances.kind ?? '',
    from: circumstances.date.from ?? '',
    // One day is typed once.
    to: circumstances.date.to === circumstances.date.from ? '' : (circumstances.date.to ?? ''),
    recoveryCountry: country(circumstances.country),
    place: circumstances.place ?? '',
    summary: circumstances.summary ?? '',
    type: firearm.type ?? '',
    action: firearm.action ?? '',
    make: firearm.make ?? '',
    importer: firearm.importer ?? '',
    model: firearm.model ?? '',
    calibre: firearm.calibre ?? '',
    madeIn: country(firearm.countryOfManufacture),
    madeInUnknown: firearm.countryUnknownBecause ?? '',
    yearFrom: year(firearm.year?.from),
    yearTo: year(firearm.year?.to),
    importCountry: country(firearm.importMark?.country ?? null),
    importYear: year(firearm.importMark?.year),
    serial: firearm.serial.observed ?? '',
    serialState: firearm.serial.state,
    serialPart: firearm.serial.part,
    marks: firearm.marks.map((mark, number) => ({ ...mark, number, country: country(mark.country) })),
    alterations: firearm.alterations.join('\n'),
    photographs: firearm.photographs,
    questions: form.questions,
    related: form.related.join('\n'),
    ballisticLead: form.ballisticLead,
    handling: handlingDraftOf(form.handling),
    attachments: form.attachments,
  }
}

/** A form of which nothing is typed yet. */
export const EMPTY_DRAFT: FormDraft = {
  ...{ answerBy: '', asker: NO_CONTACT, reference: '', legalBasis: '', toCountry: '', toContact: NO_CONTACT, role: '' },
  ...{ partner: '', channel: 'other', priority: 'routine', urgentBecause: '', intendedUse: [], intendedUseText: '' },
  ...{ illicitGrounds: [], legalJustification: '', recovery: '', from: '', to: '', recoveryCountry: '', place: '' },
  ...{ summary: '', type: '', action: '', make: '', importer: '', model: '', calibre: '', madeIn: '' },
  ...{ madeInUnknown: '', yearFrom: '', yearTo: '', importCountry: '', importYear: '', serial: '' },
  ...{ serialState: 'legible', serialPart: 'unknown', marks: [], alterations: '', photographs: [], questions: [] },
  ...{ related: '', ballisticLead: false, handling: NO_HANDLING, attachments: [] },
}

/** What of a typed form can be saved: what cannot be read yet is not known, and nothing is guessed. */
export function formOf(draft: FormDraft, { codeOf }: Codes): Pick<TraceEditRequest, 'form' | 'to'> {
  const country = (typed: string) => (typed.trim() === '' ? null : codeOf(typed))
  const importedTo = country(draft.importCountry)
  const toCountry = country(draft.toCountry)
  const partner = said(draft.partner)
  const years = [whole(draft.yearFrom), whole(draft.yearTo)].filter((year) => year !== null)
  const from = day(draft.from)
  return {
    form: {
      answerBy: day(draft.answerBy),
      requester: {
        contact: contactOf(draft.asker),
        reference: said(draft.reference),
        legalBasis: draft.legalBasis || null,
      },
      addressee: { country: toCountry, contact: contactOf(draft.toContact), role: draft.role || null },
      // Nothing is urgent without a reason: until one is given it is saved as routine, and the page says so.
      priority: said(draft.urgentBecause) === null ? 'routine' : draft.priority,
      urgentBecause: said(draft.urgentBecause),
      intendedUse: [...draft.intendedUse],
      intendedUseText: said(draft.intendedUseText),
      illicitGrounds: [...draft.illicitGrounds],
      legalJustification: said(draft.legalJustification),
      circumstances: {
        kind: draft.recovery || null,
        date: { from, to: day(draft.to) ?? from },
        country: country(draft.recoveryCountry),
        place: said(draft.place),
        summary: said(draft.summary),
      },
      firearm: {
        type: said(draft.type),
        action: said(draft.action),
        make: said(draft.make),
        importer: said(draft.importer),
        model: said(draft.model),
        calibre: said(draft.calibre),
        countryOfManufacture: country(draft.madeIn),
        countryUnknownBecause: said(draft.madeInUnknown),
        year: years.length === 0 ? null : { from: Math.min(...years), to: Math.max(...years) },
        importMark: importedTo === null ? null : { country: importedTo, year: whole(draft.importYear) },
        serial: { observed: said(draft.serial), state: draft.serialState, part: draft.serialPart },
        marks: draft.marks.flatMap(({ kind, part, observed, state, country: typed }) => {
          const text = said(observed)
          return text === null ? [] : [{ kind, part, observed: text, state, country: country(typed) }]
        }),
        alterations: lines(draft.alterations),
        photographs: [...draft.photographs],
      },
      questions: [...draft.questions],
      related: lines(draft.related),
      ballisticLead: draft.ballisticLead,
      handling: handlingOf(draft.handling),
      attachments: [...draft.attachments],
    },
    to: {
      channel: draft.channel,
      ...(partner === null ? {} : { partner }),
      ...(toCountry === null ? {} : { country: toCountry }),
      ...(draft.role === '' ? {} : { role: draft.role }),
    },
  }
}

const YEARS = ['yearFrom', 'yearTo', 'importYear'] as const
const COUNTRIES = ['toCountry', 'recoveryCountry', 'madeIn', 'importCountry'] as const

/** The fields whose text cannot be read and is therefore not saved. */
export function unread(draft: FormDraft, { codeOf }: Codes): readonly string[] {
  return [
    ...YEARS.filter((name) => draft[name].trim() !== '' && whole(draft[name]) === null),
    ...COUNTRIES.filter((name) => draft[name].trim() !== '' && codeOf(draft[name]) === null),
  ]
}
