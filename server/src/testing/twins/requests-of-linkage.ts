import { modelFromElsewhere } from '../model-text.ts'
import { type Asked, type Asker, each, GROUNDS, type RequestMakers } from './asked.ts'
import { RECORDS } from './requests-of-records.ts'
import { identifierOf, recordIn } from './twin.ts'

const ASKED = { reference: 'case 3', basis: 'firearms_act' } as const
/** A record of the police whose firearm a source that points holds as well. */
export const POINTED = recordIn('Police', 'register', 'L-3')
/** Identifiers that others drew are not used for one's own: who could guess one has 122 bits of luck. */
const QUESTIONS = ['question of the police', 'question of customs', 'hidden question', 'no question'] as const

const NO_MODEL = 'm-0000000000000000'
/** Learned when it is first asked for: most tests that name these requests ask for none. */
let foreign: ReturnType<typeof modelFromElsewhere> | null = null
function foreignModel() {
  foreign ??= modelFromElsewhere()
  return foreign
}

/** Every pair with one's own record, so that hidden ones and none are judged alike. */
const judged = ({ draw }: Asker, more: object): Asked[] =>
  each(RECORDS, (other) => ({
    body: { id: draw(other), record: recordIn('Police', 'seizures', 'S-2'), other, grounds: GROUNDS, ...more },
  }))

/** The verdict that the police gave, a number that none of theirs has, and pairs with a hidden record. */
const aboutVerdicts = ({ draw, numbers }: Asker, word: string): Asked[] =>
  [
    ['S-1', recordIn('Police', 'register', 'L-2'), numbers.verdict],
    ['S-1', recordIn('Police', 'register', 'L-2'), '5'],
    ['S-1', recordIn('Customs', 'covert', 'HC-2'), '1'],
    ['S-1', recordIn('Customs', 'register', 'HR-1'), '2'],
  ].map(([key, other, number]) => ({
    body: {
      id: draw(`${word} ${other} ${number?.length}`),
      record: recordIn('Police', 'seizures', key!),
      other,
      number,
      grounds: GROUNDS,
    },
  }))

/** Matches, judgements, pointers, questions and notices. */
export const requestsOfLinkage = {
  recordMatches: () => each(RECORDS, (record) => ({ body: { record, grounds: GROUNDS } })),
  matchTable: () => [
    {},
    { address: { purpose: 'trace' } },
    ...each(['losses', 'covert', 'nowhere'], (source) => ({ address: { source, purpose: 'trace' } })),
    ...each(['embargoed', 'losses'], (source) => ({ address: { source: 'seizures', with: source, purpose: 'trace' } })),
  ],
  reviewList: () => [
    { body: { grounds: GROUNDS } },
    { body: { grounds: GROUNDS, kind: 'undecided', limit: 1 } },
    ...each(['seizures', 'covert', 'nowhere'], (source) => ({ body: { source, grounds: GROUNDS } })),
  ],
  reviewShow: () =>
    each(RECORDS, (other) => ({ body: { record: recordIn('Police', 'seizures', 'S-2'), other, grounds: GROUNDS } })),
  reviewManyPreview: () =>
    each(['losses', 'covert', 'nowhere'], (other) => ({
      body: { source: 'seizures', with: other, least: 0.1, verdict: 'same', grounds: GROUNDS },
    })),
  reviewManyDecide: ({ draw }) =>
    each(RECORDS, (other) => ({
      body: {
        id: draw(`many ${other}`),
        pairs: [{ record: recordIn('Police', 'seizures', 'S-3'), other }],
        verdict: 'same',
        reason: 'one consignment',
        grounds: GROUNDS,
      },
    })),
  reviewManyWithdraw: ({ draw }) => [
    { body: { id: draw(`many ${RECORDS[0]}`), grounds: GROUNDS } },
    { body: { id: identifierOf('hidden judgement many'), grounds: GROUNDS } },
  ],
  colleagueList: () => [{}],
  reviewAssign: ({ twin }) =>
    each(RECORDS, (other) => ({
      body: {
        record: recordIn('Police', 'seizures', 'S-3'),
        other,
        to: twin.accounts.get('police analyst'),
        grounds: GROUNDS,
      },
    })),
  opinionAsk: ({ draw, twin }) =>
    each(RECORDS, (other) => ({
      body: {
        id: draw(`opinion ${other}`),
        record: recordIn('Police', 'seizures', 'S-3'),
        other,
        of: twin.accounts.get('police data_steward'),
        grounds: GROUNDS,
      },
    })),
  reviewWork: () => [{ body: { grounds: GROUNDS } }],
  reviewAgreement: () => [{}],
  courtText: () => each(RECORDS, (record) => ({ body: { record, grounds: GROUNDS } })),
  unnumberedList: () => each(RECORDS, (record) => ({ body: { record, grounds: GROUNDS } })),
  whyNot: () => [
    ...each(RECORDS, (other) => ({
      body: { record: { record: recordIn('Police', 'seizures', 'S-2') }, other: { record: other }, grounds: GROUNDS },
    })),
    ...each(['losses', 'covert', 'nowhere'], (source) => ({
      body: { record: { source: 'register', key: 'L-2' }, other: { source, key: 'HC-2' }, grounds: GROUNDS },
    })),
  ],
  judge: (asker) => [
    ...judged(asker, { verdict: 'same' }),
    ...judged(asker, { verdict: 'different', about: 'recovery' }),
  ],
  judgementWithdraw: (asker) => aboutVerdicts(asker, 'withdrawn'),
  judgementSecond: (asker) => aboutVerdicts(asker, 'seconded'),
  modelList: () => [{}],
  modelShow: () => each(['start-4', foreignModel().version, NO_MODEL], (model) => ({ address: { model } })),
  modelFile: () => each(['start-4', foreignModel().version, NO_MODEL], (model) => ({ address: { model } })),
  modelLearn: () => [{}],
  modelImport: () => [{ file: '{"format":"proofmark-model"}' }, { file: foreignModel().text }],
  // One person approves what another proposed, and goes back.
  modelApprove: () => each([NO_MODEL, foreignModel().version, 'start-4'], (version) => ({ body: { version } })),
  modelCompare: () => [{ body: { before: 'start-4', after: 'start-4', grounds: GROUNDS } }],
  // Of these firearms no source that points has a record.
  pointerAsk: () =>
    each(
      RECORDS.filter((record) => record !== POINTED),
      (record) => ({ body: { ...ASKED, record } }),
    ),
  // Partners are nobody's secret, and of what is hidden none is published.
  knownAsk: () =>
    each(['TKR10069', 'TKR1?069', 'XY'], (serial) => ({ body: { ...ASKED, partner: 'XB', serial, make: 'Taurus' } })),
  knownState: () => [{}],
  knownPublish: () => [{ body: { partner: 'XB', dataClass: 'lost_stolen_wanted', days: 30, anew: false } }],
  knownSwitch: () => [
    { body: { partner: 'XB', dataClass: 'lost_stolen_wanted', stopped: true, reason: 'asked too much' } },
  ],
  questionAsk: ({ twin, draw }) => [
    { body: { ...ASKED, id: draw('in words'), description: { mark: 'TK?1*' } } },
    ...each(RECORDS, (record) => ({ body: { ...ASKED, id: draw(record), record } })),
    {
      body: {
        ...ASKED,
        id: draw('named'),
        description: { mark: '8' },
        agencies: [twin.agencies.get('Inland Service')],
      },
    },
    { body: { ...ASKED, id: draw('named'), description: { mark: '9' }, agencies: [twin.agencies.get('Customs')] } },
    { body: { ...ASKED, id: draw('own'), description: { mark: '8' }, agencies: [twin.agencies.get('Police')] } },
  ],
  questionList: () => [{}],
  questionAnswer: ({ draw }) =>
    each(QUESTIONS, (question) => ({
      address: { question: identifierOf(question) },
      body: { id: draw(`answer to ${question}`), verdict: 'ask_us', note: 'by voice' },
    })),
  questionWithdraw: () => each(QUESTIONS, (question) => ({ address: { question: identifierOf(question) } })),
  noticeList: () => [{}],
  noticeCount: () => [{}, { address: { after: '2020-01-01T00:00:00.000Z' } }],
} as const satisfies Partial<RequestMakers>
