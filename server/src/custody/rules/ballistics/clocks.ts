import type { BallisticStep } from '@proofmark/contract/ballistic-words'

/** Days on which what happened is known to have happened, `YYYY-MM-DD`. */
export type KnownDays = Readonly<Partial<Record<BallisticStep, string | null>>>

export interface BallisticClock {
  readonly step: BallisticStep
  readonly day: string | null
  readonly due: string | null
  /** Days from the step before it of which the day is known. */
  readonly days: number | null
  readonly late: boolean
}

interface Term {
  readonly step: BallisticStep
  readonly from: BallisticStep | null
  /** Days that it may take from there; null where nobody set any. */
  readonly within: number | null
}

/**
 * What is due when: submission within a day of the recovery and a trace on the day of submission (NNCTC), a lead within
 * two days of submission (NABIS, NNCTC), the investigator told within two days of the lead (DOMAIN 1.9, 1.10, S4).
 */
export const TERMS: readonly Term[] = [
  { step: 'recovered', from: null, within: null },
  { step: 'submitted', from: 'recovered', within: 1 },
  { step: 'trace_requested', from: 'submitted', within: 0 },
  { step: 'test_fired', from: 'submitted', within: null },
  { step: 'lead', from: 'submitted', within: 2 },
  { step: 'confirmed', from: 'lead', within: null },
  { step: 'told', from: 'lead', within: 2 },
]

const DAY_MS = 86_400_000
const moment = (day: string) => Date.parse(`${day}T00:00:00Z`)

export const daysBetween = (from: string, to: string): number => Math.round((moment(to) - moment(from)) / DAY_MS)
export const dayAfter = (day: string, days: number): string =>
  new Date(moment(day) + days * DAY_MS).toISOString().slice(0, 10)

/**
 * The clocks of a weapon from recovery to investigator. What is not known to have happened is late once its day has passed;
 * what happened late stays late. Where the day from which a term runs is not known, nothing is due. A confirmation without
 * a lead before it takes the place of the lead.
 */
export function ballisticClocks(known: KnownDays, today: string): BallisticClock[] {
  const days: KnownDays = { ...known, lead: known.lead ?? known.confirmed ?? null }
  return TERMS.map(({ step, from, within }) => {
    const day = days[step] ?? null
    const begun = from === null ? null : (days[from] ?? null)
    const due = begun === null || within === null ? null : dayAfter(begun, within)
    return {
      step,
      day,
      due,
      days: begun === null || day === null ? null : daysBetween(begun, day),
      late: due !== null && (day ?? today) > due,
    }
  })
}
