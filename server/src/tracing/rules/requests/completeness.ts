import type { TraceForm } from '@proofmark/contract/schemas/trace-desk'
import type { TraceHelper, TraceNeed } from '@proofmark/contract/trace-words'
import type { MarkState } from '@proofmark/domain/marking'

interface Need {
  readonly need: TraceNeed
  /** Nothing leaves without it (DOMAIN 4.9; International Tracing Instrument, paragraph 17). */
  readonly mandatory: boolean
  readonly weight: number
  readonly ask: TraceHelper
  readonly isThere: (form: TraceForm, sought: Sought) => boolean
}

/** What is sought beside the form itself. */
export interface Sought {
  /** Does it go to another state? What stays at home needs less. */
  readonly foreign: boolean
  /** ISO 3166-1 alpha-2 of the own state. */
  readonly home: string | null
}

export interface MissingNeed {
  readonly need: TraceNeed
  readonly mandatory: boolean
  readonly ask: TraceHelper
}

export interface Completeness {
  /** Between 0 and 100; 100 exactly when nothing is missing. */
  readonly score: number
  readonly mayLeave: boolean
  readonly missing: readonly MissingNeed[]
}

const says = (text: string | null): boolean => text !== null && /[\p{L}\p{N}]/u.test(text)

/** States of a mark in which somebody looked and says why there is no number. */
const DOCUMENTED: ReadonlySet<MarkState> = new Set(['obliterated', 'altered', 'never_marked', 'illegible'])

const hasSerial = ({ firearm: { serial } }: TraceForm): boolean =>
  DOCUMENTED.has(serial.state) || (says(serial.observed) && (serial.state === 'legible' || serial.state === 'partial'))

const hasMaker = ({ firearm }: TraceForm): boolean =>
  says(firearm.make) ||
  (firearm.photographs.length > 0 && firearm.marks.some(({ kind, state }) => kind === 'maker' && state === 'legible'))

const isForeign = ({ firearm }: TraceForm, { home }: Sought): boolean =>
  firearm.countryOfManufacture !== null && firearm.countryOfManufacture !== home

const need = (
  name: TraceNeed,
  weight: number,
  ask: TraceHelper,
  isThere: Need['isThere'],
  mandatory: boolean = true,
): Need => ({ need: name, mandatory, weight, ask, isThere })
const wish = (name: TraceNeed, weight: number, ask: TraceHelper, isThere: Need['isThere']): Need =>
  need(name, weight, ask, isThere, false)

const NEEDS: readonly Need[] = [
  need('illicit_grounds', 6, 'prosecutor', ({ illicitGrounds }) => illicitGrounds.length > 0),
  need('legal_justification', 6, 'prosecutor', ({ legalJustification }) => says(legalJustification)),
  need(
    'circumstances',
    6,
    'recovering_agency',
    ({ circumstances: { kind, summary } }) => kind !== null && says(summary),
  ),
  need('intended_use', 6, 'prosecutor', ({ intendedUse }) => intendedUse.length > 0),
  need('type', 6, 'examiner', ({ firearm }) => says(firearm.type)),
  need('make', 6, 'examiner', hasMaker),
  need('serial', 8, 'examiner', hasSerial),
  need(
    'country_of_manufacture',
    6,
    'examiner',
    ({ firearm }) => firearm.countryOfManufacture !== null || says(firearm.countryUnknownBecause),
  ),
  need('contact', 4, 'officer', ({ requester }) => requester.contact !== null),
  need('legal_basis', 4, 'officer', ({ requester }) => requester.legalBasis !== null),
  need('reference', 4, 'officer', ({ requester }) => says(requester.reference)),
  need('handling', 4, 'officer', ({ handling }) => handling !== null),
  need(
    'addressee',
    4,
    'officer',
    ({ addressee }, { foreign }) => !foreign || (addressee.country !== null && addressee.role !== null),
  ),
  need('urgency', 4, 'officer', ({ priority, urgentBecause }) => priority === 'routine' || says(urgentBecause)),
  need('questions', 2, 'officer', ({ questions }) => questions.length > 0),
  wish('model', 4, 'examiner', ({ firearm }) => says(firearm.model)),
  wish('calibre', 4, 'examiner', ({ firearm }) => says(firearm.calibre)),
  wish(
    'importer',
    3,
    'examiner',
    (form, sought) => !isForeign(form, sought) || says(form.firearm.importer) || form.firearm.importMark !== null,
  ),
  wish('date', 3, 'recovering_agency', ({ circumstances: { date } }) => date.from !== null || date.to !== null),
  wish('place', 3, 'recovering_agency', ({ circumstances: { place } }) => says(place)),
  wish('photographs', 5, 'examiner', ({ firearm }) => firearm.photographs.length > 0),
  wish('year', 2, 'examiner', ({ firearm }) => firearm.year !== null),
]
const ALL = NEEDS.reduce((sum, { weight }) => sum + weight, 0)

/** How complete a request is, what is missing, and who can fill it. */
export function completenessOf(form: TraceForm, sought: Sought): Completeness {
  const lacking = NEEDS.filter(({ isThere }) => !isThere(form, sought))
  const there = ALL - lacking.reduce((sum, { weight }) => sum + weight, 0)
  return {
    score: Math.floor((100 * there) / ALL),
    mayLeave: lacking.every(({ mandatory }) => !mandatory),
    missing: lacking.map(({ need: name, mandatory, ask }) => ({ need: name, mandatory, ask })),
  }
}
