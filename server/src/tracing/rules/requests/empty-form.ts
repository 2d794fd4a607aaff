import type { TraceForm } from '@proofmark/contract/schemas/trace-desk'

/** A form of which nothing is known yet: what somebody who types a request in begins with. */
export const EMPTY_FORM: TraceForm = {
  answerBy: null,
  requester: { contact: null, reference: null, legalBasis: null },
  addressee: { country: null, contact: null, role: null },
  priority: 'routine',
  urgentBecause: null,
  intendedUse: [],
  intendedUseText: null,
  illicitGrounds: [],
  legalJustification: null,
  circumstances: { kind: null, date: { from: null, to: null }, country: null, place: null, summary: null },
  firearm: {
    ...{ type: null, action: null, make: null, importer: null, model: null, calibre: null },
    ...{ countryOfManufacture: null, countryUnknownBecause: null, year: null, importMark: null },
    serial: { observed: null, state: 'not_recorded', part: 'unknown' },
    ...{ marks: [], alterations: [], photographs: [] },
  },
  questions: [],
  related: [],
  ballisticLead: false,
  handling: null,
  attachments: [],
}
