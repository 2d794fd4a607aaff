import { THING_VERDICTS } from '@proofmark/contract/thing-words'
import { each, GROUNDS, type RequestMakers } from './asked.ts'
import { OWN_CASE } from './case-work.ts'
import { identifierOf, recordIn } from './twin.ts'

/** Of the police, of others in a compartment and outside of one, and none. */
export const TWIN_THINGS = ['our telephone', 'hidden telephone', 'hidden person', 'no thing'].map(identifierOf)
const [OURS] = TWIN_THINGS
const CASES = ['hidden case of things', 'no case'].map(identifierOf)
/** What hidden things are known by as well. */
export const TWIN_NUMBER = '+999 55 0142'
const about = (more: object) => each(TWIN_THINGS, (thing) => ({ body: { thing, ...more, grounds: GROUNDS } }))

/** What is asked of things that inquiries speak of. */
export const requestsOfThings = {
  thingAdd: ({ draw }) => [
    {
      body: {
        id: draw('thing'),
        kind: 'telephone',
        values: [{ id: draw('value'), field: 'number', value: TWIN_NUMBER, standing: 'fact' }],
        grounds: GROUNDS,
      },
    },
    ...each([OURS!, ...CASES], (id) => ({
      body: {
        id: draw(`in ${id}`),
        kind: 'vehicle',
        case: id,
        values: [{ id: draw(`value in ${id}`), field: 'plate', value: 'TW-1', standing: 'lead' }],
        grounds: GROUNDS,
      },
    })),
  ],
  thingSay: ({ draw }) =>
    about({ values: [{ id: draw('said'), field: 'note', value: 'again', standing: 'assessment' }] }),
  thingWithdraw: () => about({ value: identifierOf('our number'), act: 'withdrawn' }),
  thingShow: () => [...about({}), ...about({ protectedPersons: true })],
  thingList: () => [
    { body: { grounds: GROUNDS } },
    { body: { find: { field: 'number', value: TWIN_NUMBER }, protectedPersons: true, grounds: GROUNDS } },
    ...each(CASES, (id) => ({ body: { case: id, grounds: GROUNDS } })),
  ],
  thingDuplicates: () => [{ body: { judged: true, grounds: GROUNDS } }, ...about({})],
  thingJudge: ({ draw }) => [
    ...each(TWIN_THINGS.slice(1), (second) => ({
      body: { id: draw(`judged ${second}`), first: OURS, second, verdict: 'same', grounds: GROUNDS },
    })),
    ...each(THING_VERDICTS, (verdict) => ({
      body: { id: draw(verdict), first: OURS, second: identifierOf('our other telephone'), verdict, grounds: GROUNDS },
    })),
  ],
  thingErase: () => about({ reason: 'not_needed' }),
  thingWords: () => about({ words: ['hidden', TWIN_NUMBER] }),
  thingPassages: () => [
    ...about({ words: [TWIN_NUMBER], place: { place: 'entry', of: OURS!, id: identifierOf('no entry') } }),
    ...about({
      words: ['Seen at the gate'],
      place: { place: 'entry', of: OWN_CASE, id: identifierOf('note of customs') },
    }),
    ...about({ words: ['He says so'], place: { place: 'entry', of: OWN_CASE, id: identifierOf('hidden note') } }),
  ],
  thingStrike: () =>
    about({ words: [TWIN_NUMBER], places: [{ place: 'entry', of: OURS!, id: identifierOf('no entry') }] }),
  thingReviews: () => [{ body: { until: '2099-01-01', grounds: GROUNDS } }],
  thingReview: () => about({ until: '2027-01-01', why: 'still inquired into' }),
  tieAdd: ({ draw }) => [
    ...each(TWIN_THINGS.slice(1), (second) => ({
      body: {
        id: draw(`tie ${second}`),
        ...{ from: `telephone:${OURS}`, to: `telephone:${second}`, relation: 'in_contact_with', standing: 'lead' },
        grounds: GROUNDS,
      },
    })),
    ...each([recordIn('Police', 'seizures', 'S-4'), recordIn('Customs', 'covert', 'HC-2')], (record) => ({
      body: {
        id: draw(`tie ${record}`),
        ...{ from: `telephone:${OURS}`, to: `record:${record}`, relation: 'offered', standing: 'fact' },
        grounds: GROUNDS,
      },
    })),
  ],
  tieWithdraw: () =>
    each(TWIN_THINGS, (thing) => ({
      body: { node: `telephone:${thing}`, tie: identifierOf('no tie'), act: 'withdrawn', grounds: GROUNDS },
    })),
} as const satisfies Partial<RequestMakers>
