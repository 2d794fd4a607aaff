import { ProofmarkError } from '@proofmark/contract/errors'

/** A place in results that are ordered by the days of their events, latest first: the last that was answered. */
export interface SearchPlace {
  /** Null where the source does not say when. */
  readonly to: string | null
  readonly from: string | null
  readonly record: string
}

const NO_DAY = '-'
const FORM = /^(-|\d{4}-\d{2}-\d{2})_(-|\d{4}-\d{2}-\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The place as a text that a reader hands back to go on behind it. It holds nothing that they did not see. */
export const formatPlace = ({ to, from, record }: SearchPlace): string =>
  [to ?? NO_DAY, from ?? NO_DAY, record].join('_')

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** Throws `body_invalid` for a text that no answer gave. */
export function parsePlace(text: string): SearchPlace {
  const [, to = '', from = '', record = ''] = FORM.exec(text) ?? []
  const days = [to, from].map((day) => (day === NO_DAY ? null : day))
  if (record === '' || days.some((day) => day !== null && !isDay(day)))
    throw new ProofmarkError('body_invalid', { field: 'after', expected: 'place' })
  return { to: days[0]!, from: days[1]!, record }
}
