import { each, GROUNDS, type RequestMakers } from './asked.ts'
import { recordIn } from './twin.ts'

/** Own, another's that may be seen, hidden, and none. */
const RELEASED = [
  recordIn('Police', 'seizures', 'S-4'),
  recordIn('Customs', 'losses', 'T-2'),
  recordIn('Customs', 'covert', 'HC-2'),
  recordIn('Inland Service', 'informants', 'none'),
] as const
const DAY_MS = 24 * 60 * 60 * 1000
const until = () => new Date(Date.now() + 30 * DAY_MS).toISOString().slice(0, 10)

/** What owners show to others, and what waits for whoever oversees custody. */
export const requestsOfReleases = {
  recordsRelease: ({ twin, draw }) =>
    each(RELEASED, (record) => ({
      body: { id: draw(record), records: [record], to: twin.agencies.get('Customs'), until: until(), conditions: [] },
    })),
  releaseWithdraw: ({ draw }) => [{ body: { release: draw('no release') } }],
  releaseList: () => [{ body: {} }],
  oversightList: () => [{ body: { grounds: GROUNDS } }],
  oversightPassOn: ({ draw }) => [{ body: { finding: draw('no finding'), grounds: GROUNDS } }],
} as const satisfies Partial<RequestMakers>
