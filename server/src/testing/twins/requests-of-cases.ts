import { each, GROUNDS, type RequestMakers } from './asked.ts'
import { HIDDEN_CASE, LEFT_CASE, OWN_CASE } from './case-work.ts'
import { identifierOf, recordIn } from './twin.ts'

const CASES = [HIDDEN_CASE, identifierOf('no case'), OWN_CASE] as const
const about = (more: object) => each(CASES, (file) => ({ body: { case: file, ...more, grounds: GROUNDS } }))
const DOCUMENT = (file: string) => identifierOf(`document of ${file}`)
const OFFER = identifierOf('offer of the police')
const CLOSED = { to: 'closed', outcome: 'Done.', supplyChain: 'tried', why: 'the maker has no records' }
const TEXT = 'somebody said so'
const NOTE = { kind: 'note', text: 'Seen again.', standing: 'assessment' }

/** What is asked of the desk of cases. */
export const requestsOfCases = {
  caseOpen: ({ draw }) =>
    each([draw('opened'), draw('opened')], (file) => ({
      body: { case: file, reference: 'P 2/2026', title: 'Anew', kinds: ['theft'], nexus: [], grounds: GROUNDS },
    })),
  caseList: () => [
    { body: { grounds: GROUNDS } },
    { body: { state: 'closed', grounds: GROUNDS } },
    { body: { writable: true, named: 'P 1', grounds: GROUNDS } },
  ],
  caseShow: () => about({}),
  caseSay: ({ draw }) => [
    ...about({ entry: draw('said'), say: NOTE }),
    // The identifier of a hidden entry, and a hidden compartment.
    {
      body: { case: OWN_CASE, entry: identifierOf('hidden note'), compartment: draw('c'), say: NOTE, grounds: GROUNDS },
    },
    {
      body: {
        ...{ case: OWN_CASE, entry: draw('inside'), compartment: identifierOf('hidden compartment') },
        ...{ say: NOTE, grounds: GROUNDS },
      },
    },
  ],
  caseGive: ({ draw }) =>
    each([recordIn('Customs', 'covert', 'HC-2'), recordIn('Police', 'register', 'L-3')], (id) => ({
      body: { case: OWN_CASE, entry: draw(`given ${id}`), item: { kind: 'record', id }, grounds: GROUNDS },
    })),
  caseFindItems: () =>
    each(['hidden', 'TKR10069', 'HC-2', recordIn('Customs', 'covert', 'HC-2')], (text) => ({
      body: { text, grounds: GROUNDS },
    })),
  caseHolding: () => [
    {
      body: {
        items: [
          recordIn('Customs', 'covert', 'HC-2'),
          recordIn('Police', 'register', 'L-2'),
          identifierOf('no record'),
        ].map((id) => ({ kind: 'record', id })),
        grounds: GROUNDS,
      },
    },
  ],
  caseWithdraw: ({ draw }) =>
    each([identifierOf('hidden note'), identifierOf('note of customs'), identifierOf('given by the police')], (of) => ({
      body: { case: OWN_CASE, entry: draw(`withdrawn ${of}`), of, grounds: GROUNDS },
    })),
  caseLetIn: ({ twin }) => [
    ...about({ account: twin.accounts.get('inland')!, part: 'reader', why: 'asks' }),
    {
      body: {
        ...{ case: OWN_CASE, compartment: identifierOf('hidden compartment'), part: 'member', why: 'asks' },
        ...{ account: twin.accounts.get('police analyst')!, grounds: GROUNDS },
      },
    },
  ],
  casePeople: () => [{}],
  caseCompartment: ({ draw }) => [
    ...about({ compartment: draw('compartment'), name: 'Inside', why: 'sources' }),
    {
      body: {
        ...{ case: OWN_CASE, compartment: identifierOf('nothing yet'), name: 'Inside', why: 'sources' },
        grounds: GROUNDS,
      },
    },
  ],
  caseHandOver: ({ twin }) => about({ entry: OFFER, to: twin.accounts.get('police investigator')!, why: 'leave' }),
  caseHandOverAnswer: ({ draw }) =>
    each([identifierOf('hidden offer'), OFFER], (offer) => ({
      body: { case: OWN_CASE, entry: draw(`answer ${offer}`), offer, accept: false, grounds: GROUNDS },
    })),
  caseMove: ({ draw }) => [
    ...about({ entry: draw('moved'), move: { to: 'closed', outcome: 'Done.', supplyChain: 'tried' } }),
    ...each(
      [
        { ...CLOSED, despiteTraces: 'no answer' },
        { to: 'open', why: 'new evidence' },
      ],
      (move) => ({
        body: { case: OWN_CASE, entry: draw(`moved ${move.to}`), move, grounds: GROUNDS },
      }),
    ),
  ],
  caseWithoutLead: () => [{}],
  caseNameLead: ({ twin }) =>
    each([...CASES, LEFT_CASE], (file) => ({
      body: { case: file, account: twin.accounts.get('police investigator')!, why: 'left', grounds: GROUNDS },
    })),
  documentBegin: () =>
    each(CASES, (file) => ({
      body: {
        ...{ document: DOCUMENT(file), case: file, name: 'statement.txt', bytes: TEXT.length, grounds: GROUNDS },
        sha256: '022036cfdc0e54661bfefe8f589f4bbf6e580eeabc863d88c76973fe88c46dc6',
      },
    })),
  documentPart: () => each(CASES, (file) => ({ address: { document: DOCUMENT(file), from: '0' }, file: TEXT })),
  documentShow: () => each(CASES, (file) => ({ address: { document: DOCUMENT(file) } })),
  documentView: () => each(CASES, (file) => ({ address: { document: DOCUMENT(file) }, body: { grounds: GROUNDS } })),
  documentTake: () =>
    each(CASES, (file) => ({ address: { document: DOCUMENT(file) }, body: { sealed: true, grounds: GROUNDS } })),
} as const satisfies Partial<RequestMakers>
