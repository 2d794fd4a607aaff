import { randomUUID } from 'node:crypto'
import type { TraceForm } from '@proofmark/contract/schemas/trace-desk'
import { TRACE_FORM, type TraceReplyMessage, type TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'

const CONTACT = {
  agency: 'Arms desk of XB',
  unit: null,
  email: 'desk@example.xb',
  telephone: null,
  verified: '2026-01-15',
}
const HANDLING = {
  scheme: 'europol' as const,
  sourceGrade: 'A',
  informationGrade: '1',
  codes: ['H1'],
  conditions: null,
  originator: 'Arms desk of XB',
  expires: null,
}

/** What an officer adds to a drafted form, so that nothing mandatory is missing. */
export const completed = (form: TraceForm): TraceForm => ({
  ...form,
  intendedUse: ['criminal_investigation'],
  illicitGrounds: ['national_law'],
  legalJustification: 'Firearms Act, section 5',
  circumstances: { ...form.circumstances, kind: 'seized', summary: 'Found in a vehicle at the border.' },
  firearm: { ...form.firearm, countryUnknownBecause: form.firearm.countryOfManufacture ? null : 'not marked' },
  requester: { ...form.requester, reference: form.requester.reference ?? 'case 7' },
})

type ReplyWith = Partial<Omit<TraceReplyMessage, 'form' | 'what'>> & Pick<TraceReplyMessage, 'request'>

/** A reply of XB to a request. */
export const replyTo = (more: ReplyWith): TraceReplyMessage => ({
  form: TRACE_FORM,
  what: 'trace-reply',
  id: randomUUID(),
  repliedAt: '2026-11-20T10:00:00.000Z',
  replier: { country: 'XB', contact: CONTACT, reference: 'XB 12' },
  kind: 'full',
  reason: null,
  reasonText: null,
  outcome: 'to_last_lawful_holder',
  chain: [],
  lastLawfulHolder: null,
  diversion: null,
  next: null,
  handling: HANDLING,
  courtUse: { permitted: false, on: null, by: null },
  ...more,
})

/** A request of XB about a firearm with this mark. */
export const requestFrom = (observed: string, more: Partial<TraceRequestMessage> = {}): TraceRequestMessage => ({
  form: TRACE_FORM,
  what: 'trace-request',
  id: randomUUID(),
  parent: null,
  requestedAt: '2026-11-20T10:00:00.000Z',
  answerBy: null,
  requester: { country: 'XB', contact: CONTACT, reference: 'XB 44', legalBasis: 'international_tracing_instrument' },
  addressee: { country: 'XA', contact: null, role: 'last_import' },
  priority: 'routine',
  urgentBecause: null,
  intendedUse: ['criminal_investigation'],
  intendedUseText: null,
  illicitGrounds: ['national_law'],
  legalJustification: 'Penal Code, article 12',
  circumstances: {
    kind: 'seized',
    date: { from: '2026-10-01', to: '2026-10-01' },
    country: 'XB',
    place: 'Port',
    summary: 'In a container.',
  },
  firearm: {
    type: 'pistol',
    action: null,
    make: 'Taurus',
    importer: null,
    model: 'PT 92',
    calibre: '9x19mm',
    countryOfManufacture: 'BR',
    countryUnknownBecause: null,
    year: null,
    importMark: null,
    serial: { observed, state: 'legible', part: 'frame' },
    marks: [],
    alterations: [],
    photographs: [],
  },
  questions: ['full_chain'],
  related: [],
  ballisticLead: false,
  handling: HANDLING,
  attachments: [],
  ...more,
})
