import { incomingId } from '../../tracing/commands/take-in-request.ts'
import { formOf } from '../../tracing/rules/requests/message-of.ts'
import { replyTo, requestFrom } from '../traces.ts'
import { each, GROUNDS, type RequestMakers } from './asked.ts'
import { identifierOf, recordIn, TWIN_SECRET } from './twin.ts'

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

/** Of the police, of others about what is hidden, and none. */
const WRITTEN = identifierOf('trace written')
const SENT = identifierOf('trace sent')
const CAME = incomingId(TWIN_SECRET, 'XB', identifierOf('trace of XB'))
const STRANGE = [
  identifierOf('hidden trace'),
  incomingId(TWIN_SECRET, 'XC', identifierOf('hidden trace of XC')),
  identifierOf('no trace'),
]
const about = (own: string, more: object) =>
  each([...STRANGE, own], (trace) => ({ body: { trace, ...more, grounds: GROUNDS } }))
const answered = (id: string, request: string) => {
  const message = replyTo({ request, id, kind: 'negative', outcome: 'no_record' })
  const { form: _, what: __, id: ___, request: ____, repliedAt: _____, ...reply } = message
  return { message, reply }
}

/** What is asked of the desk of trace requests. */
export const requestsOfTraces = {
  traceDraft: ({ draw }) =>
    each(TRACED, (record) => ({
      body: { id: draw(`trace of ${record}`), record, to: { partner: 'XB' }, grounds: GROUNDS },
    })),
  traceEdit: () => about(WRITTEN, { version: 2, form: formOf(requestFrom('TKR10007')) }),
  traceAdopt: () => about(WRITTEN, { version: 2, proposals: ['field.country_of_manufacture'] }),
  traceMove: () => about(WRITTEN, { to: 'validated', why: 'complete' }),
  traceSend: () => about(WRITTEN, { channel: 'siena', partner: 'XC' }),
  traceReceive: ({ draw }) =>
    each([...STRANGE, SENT], (trace) => ({
      body: { trace, message: answered(draw('reply'), trace).message, door: 'file', grounds: GROUNDS },
    })),
  traceTakeIn: ({ draw }) =>
    each(['XB', 'XC'], (partner) => ({
      body: {
        message: requestFrom('TKR10069', { id: draw('a request') }),
        partner,
        channel: 'siena',
        grounds: GROUNDS,
      },
    })),
  traceTypeIn: ({ draw }) =>
    each(['XB', 'XC'], (partner) => ({
      body: {
        id: draw('a typed request'),
        ...{ partner, country: 'XB', channel: 'siena', requestedAt: '2026-11-20T10:00:00.000Z' },
        form: formOf(requestFrom('TKR10069')),
        grounds: GROUNDS,
      },
    })),
  traceAnswerDraft: () => about(CAME, {}),
  traceAnswer: ({ draw }) => about(CAME, { id: draw('an answer'), reply: answered(draw('an answer'), CAME).reply }),
  traceAsk: ({ draw }) => about(CAME, { id: draw('question of a trace'), basis: 'firearms_act' }),
  tracePointers: () => about(CAME, { basis: 'firearms_act' }),
  traceClose: () =>
    about(SENT, { originStatus: 'not_traceable_records_gone', outcome: 'no_record', failure: 'E10', why: 'burnt' }),
  traceCorrect: () =>
    about(SENT, {
      ...{ closing: 1, originStatus: 'not_traceable_records_gone', outcome: 'no_record' },
      ...{ failure: 'E9', why: 'older than the books' },
    }),
  traceApprove: () => about(SENT, { closing: 1, approved: true, why: 'seen' }),
  tracePermit: () => about(CAME, { givenBy: 'Arms desk of XB', givenOn: '2026-01-15', reference: 'XB 9' }),
  traceConfirm: () => about(SENT, {}),
  traceConfirmTakeBack: () => about(SENT, {}),
  traceShow: () => [...about(SENT, {}), ...about(WRITTEN, {}), ...about(CAME, {})],
  traceList: () => [
    { body: { grounds: GROUNDS } },
    { body: { list: 'incoming', grounds: GROUNDS } },
    { body: { list: 'mine', record: OWN, grounds: GROUNDS } },
  ],
  traceDocument: () => about(SENT, { form: 'json' }),
  traceFigures: () => [{ body: {} }],
  lawTextList: () => [{}],
  lawTextSave: ({ draw }) => [
    {
      body: {
        ...{ id: draw('law text'), of: 'state', ground: 'illicit_possession', language: 'en' },
        ...{ provision: 'Firearms Act, section 12', validFrom: null, validTo: null },
      },
    },
  ],
  traceTermsList: () => [{}],
  traceTermsSave: () => [
    {
      body: {
        partner: 'XD',
        deadlines: { routine: DEADLINES, urgent: DEADLINES },
        calendar: { timeZone: 'UTC', workingDays: [1, 2, 3, 4, 5], holidays: [] },
      },
    },
  ],
  traceEvidence: ({ draw }) =>
    each([`trace of ${OWN}`, 'no trace'], (word) => ({ body: { trace: draw(word), grounds: GROUNDS } })),
  traceContactList: () => [{}, { address: { verifiedBefore: '2026-01-01' } }, { address: { country: 'XB' } }],
  traceContactSave: ({ draw }) => [
    {
      body: { id: draw('contact'), country: 'XB', partner: 'XB', kind: 'contact_point', role: null, contact: CONTACT },
    },
  ],
} as const satisfies Partial<RequestMakers>
