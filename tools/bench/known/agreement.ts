import type { AgreementTerms } from '../../../contract/src/schemas/partner.ts'

const day = { amount: 1, unit: 'days' } as const
const deadlines = { acknowledge: day, answer: day, remind: day, escalate: day }

/** What the two nodes of the bench agreed on: more questions than it asks. */
export const agreementOfBench: AgreementTerms = {
  legalBasis: 'bench',
  purposes: ['criminal_investigation'],
  dataClasses: ['lost_stolen_wanted'],
  wholeRegisterLaw: null,
  naturalPersons: false,
  handling: [],
  quotas: { messages: null, evaluations_exact: 1_000_000, evaluations_skeleton: null, evaluations_damaged: null },
  deadlines: { routine: deadlines, urgent: deadlines },
  calendar: { timeZone: 'UTC', workingDays: [1], holidays: [] },
  clockTolerance: 60,
  validFrom: '2020-01-01',
  validTo: null,
  reviewOn: '2099-01-01',
}
