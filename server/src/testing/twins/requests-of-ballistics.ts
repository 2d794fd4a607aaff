import { itemId } from '../../custody/commands/take-ballistic-items.ts'
import { each, GROUNDS, type RequestMakers } from './asked.ts'
import { identifierOf, recordIn, TWIN_SECRET } from './twin.ts'

const SYSTEM = 'IBIS'
const itemOf = (agency: string, reference: string) => itemId(TWIN_SECRET, agency, SYSTEM, reference)
/** Of the police, of others, and none. */
const ITEMS = [itemOf('Police', 'F-1'), itemOf('Customs', 'F-1'), itemOf('Police', 'none')]
const FIREARMS = [
  recordIn('Police', 'seizures', 'S-4'),
  recordIn('Customs', 'covert', 'HC-2'),
  recordIn('Inland Service', 'informants', 'none'),
]
const firedItem = { entry: 'fired_item', system: SYSTEM, reference: 'F-1', kind: 'bullet' }
const about = (more: object) => each(ITEMS, (item) => ({ body: { item, ...more, grounds: GROUNDS } }))
const pairs = (more: object) =>
  each([...ITEMS, itemOf('Police', 'F-3')], (second) => ({
    body: { first: ITEMS[0]!, second, ...more, grounds: GROUNDS },
  }))

/** What is asked of the desk of ballistic results. */
export const requestsOfBallistics = {
  ballisticAdd: () => [
    {
      body: {
        rows: [
          firedItem,
          ...FIREARMS.map((firearm, place) => ({
            entry: 'test_fire',
            system: SYSTEM,
            reference: `T-${place}`,
            firearm,
          })),
          { entry: 'fired_item', system: SYSTEM, reference: 'F-2', kind: 'bullet', exhibit: FIREARMS[1] },
          {
            entry: 'result',
            system: SYSTEM,
            first: 'F-1',
            second: ITEMS[1],
            level: 'lead',
            on: '2024-01-05',
            examiner: 'N',
          },
        ],
        grounds: GROUNDS,
      },
    },
  ],
  ballisticFile: () => [
    {
      address: { file: 'fired.csv', purpose: 'trace' },
      file: `entry,system,reference,kind\nfired_item,${SYSTEM},F-3,bullet\n`,
    },
  ],
  ballisticLink: ({ draw }) => pairs({ id: draw('link'), level: 'lead', on: '2024-01-05', system: SYSTEM }),
  ballisticVerify: () => [{ body: { results: [identifierOf('no result')], grounds: GROUNDS } }],
  ballisticWithdraw: () => [{ body: { result: identifierOf('no result'), reason: 'wrong', grounds: GROUNDS } }],
  ballisticShow: () => about({}),
  ballisticList: () => [{ body: { grounds: GROUNDS } }],
  ballisticFind: () => [{ body: { words: SYSTEM, grounds: GROUNDS } }],
  ballisticReferrals: () => [{ body: { grounds: GROUNDS } }],
  ballisticRefer: ({ draw }) => pairs({ act: 'told', id: draw('told'), to: 'Inspector Vale' }),
} as const satisfies Partial<RequestMakers>
