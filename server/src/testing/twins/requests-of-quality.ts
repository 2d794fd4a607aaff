import { each, GROUNDS, type RequestMakers } from './asked.ts'
import { RECORDS } from './requests-of-records.ts'

const KINDS = ['collision', 'near_duplicate', 'nonsense'] as const
const SEED = 'the-same-in-both'

/** Estimates, samples, how sources record, the steward's lists and what was told. */
export const requestsOfQuality = {
  qualityShow: () => [{}],
  qualityDraw: ({ draw }) => [{ body: { id: draw('sample'), size: 20, seed: SEED, grounds: GROUNDS } }],
  samplePairs: ({ draw }) =>
    each(['sample', 'no sample'], (word) => ({ body: { sample: draw(word), grounds: GROUNDS } })),
  sourceQuality: () => [{ body: { grounds: GROUNDS } }],
  issueList: () => [
    ...each(KINDS, (kind) => ({ body: { kind, grounds: GROUNDS } })),
    ...each(['Customs', 'Inland Service', 'nobody'], (agency) => ({
      body: { kind: 'collision', agency, grounds: GROUNDS },
    })),
  ],
  issueTable: () => [
    ...each(KINDS, (kind) => ({ address: { kind, purpose: 'data_quality' } })),
    { address: { kind: 'collision' } },
  ],
  qualityTell: ({ draw }) =>
    each(RECORDS, (record) => ({
      body: { id: draw(`told of ${record}`), kind: 'nonsense', records: [record], grounds: GROUNDS },
    })),
  qualityEnd: ({ draw }) =>
    each(RECORDS.slice(0, 4), (record) => ({
      body: { notice: draw(`told of ${record}`), how: 'settled', grounds: GROUNDS },
    })),
  qualityNotices: () => [{}],
} as const satisfies Partial<RequestMakers>
