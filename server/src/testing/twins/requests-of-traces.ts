import { each, GROUNDS, type RequestMakers } from './asked.ts'
import { recordIn } from './twin.ts'

/** Own, another's that may be seen, hidden, and none. */
const TRACED = [
  recordIn('Police', 'seizures', 'S-4'),
  recordIn('Customs', 'losses', 'T-2'),
  recordIn('Customs', 'covert', 'HC-2'),
  recordIn('Inland Service', 'informants', 'none'),
] as const
const OWN = TRACED[0]
const CONTACT = { agency: 'Arms desk of XB', unit: null, email: null, telephone: null, verified: '2026-01-15' }

const DAYS = { amount: 5, unit: 'working_days' }
const DEADLINES = { acknowledge: DAYS, answer: DAYS, remind: DAYS, escalate: DAYS }

/** Requests that are begun in each twin, and what a stranger would ask of requests that there are not. */
export const requestsOfTraces = {
  traceDraft: ({ draw }) =>
    each(TRACED, (record) => ({
      body: { id: draw(`trace of ${record}`), record, to: { partner: 'XB' }, grounds: GROUNDS },
    })),
  traceEdit: () => [],
  traceMove: ({ draw }) => [
    { body: { trace: draw(`trace of ${OWN}`), to: 'withdrawn', why: 'asked twice', grounds: GROUNDS } },
    { body: { trace: draw('no trace'), to: 'withdrawn', why: 'asked twice', grounds: GROUNDS } },
  ],
  traceSend: ({ draw }) => [
    { body: { trace: draw(`trace of ${OWN}`), channel: 'siena', partner: 'XB', grounds: GROUNDS } },
  ],
  traceReceive: () => [],
  traceTakeIn: () => [],
  traceAnswerDraft: ({ draw }) => [{ body: { trace: draw('no trace'), grounds: GROUNDS } }],
  traceAnswer: () => [],
  traceAsk: ({ draw }) => [
    { body: { trace: draw('no trace'), id: draw('question of a trace'), basis: 'firearms_act', grounds: GROUNDS } },
  ],
  traceClose: ({ draw }) => [
    {
      body: {
        trace: draw('no trace'),
        originStatus: 'trace_pending',
        outcome: 'no_record',
        why: 'none',
        grounds: GROUNDS,
      },
    },
  ],
  traceApprove: ({ draw }) => [
    { body: { trace: draw('no trace'), closing: 1, approved: true, why: 'seen', grounds: GROUNDS } },
  ],
  traceShow: ({ draw }) =>
    each([`trace of ${OWN}`, 'no trace'], (word) => ({ body: { trace: draw(word), grounds: GROUNDS } })),
  traceList: () => [{ body: { grounds: GROUNDS } }, { body: { list: 'mine', record: OWN, grounds: GROUNDS } }],
  traceFigures: () => [{ body: {} }],
  traceTermsList: () => [{}],
  traceTermsSave: () => [
    {
      body: {
        partner: 'XB',
        deadlines: { routine: DEADLINES, urgent: DEADLINES },
        calendar: { timeZone: 'UTC', workingDays: [1, 2, 3, 4, 5], holidays: [] },
      },
    },
  ],
  traceContactList: () => [{}],
  traceContactSave: ({ draw }) => [
    {
      body: { id: draw('contact'), country: 'XB', partner: 'XB', kind: 'contact_point', role: null, contact: CONTACT },
    },
  ],
} as const satisfies Partial<RequestMakers>
