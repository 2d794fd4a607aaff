import type { TraceNeed } from '@proofmark/contract/trace-words'

/** The field, by its name on the page, in which what is missing is filled in. */
export const FIELD_OF: Readonly<Record<TraceNeed, string>> = {
  illicit_grounds: 'illicitGrounds',
  legal_justification: 'legalJustification',
  circumstances: 'recovery',
  intended_use: 'intendedUse',
  type: 'type',
  make: 'make',
  serial: 'serial',
  country_of_manufacture: 'madeIn',
  contact: 'askerAgency',
  legal_basis: 'legalBasis',
  reference: 'reference',
  handling: 'scheme',
  addressee: 'toCountry',
  urgency: 'urgentBecause',
  questions: 'questions',
  model: 'model',
  calibre: 'calibre',
  importer: 'importer',
  date: 'from',
  place: 'place',
  photographs: 'photograph',
  year: 'yearFrom',
}

/** Puts the keyboard where something is missing. */
export function goToField(name: string): void {
  const field = document.querySelector<HTMLElement>(`main [name="${name}"]`)
  field?.focus({ preventScroll: true })
  field?.scrollIntoView({ block: 'center' })
}
