import { each, GROUNDS, type RequestMakers } from './asked.ts'
import { RECORDS } from './requests-of-records.ts'
import { identifierOf } from './twin.ts'

const KINDS = ['collision', 'near_duplicate', 'nonsense'] as const
const SEED = 'the-same-in-both'

/** Estimates, samples, how sources record, the steward's lists and what was told. */
export const requestsOfQuality = {
  qualityShow: () => [{}],
  qualityDraw: ({ draw }) => [{ body: { id: draw('sample'), size: 20, seed: SEED, grounds: GROUNDS } }],
  samplePairs: ({ role }) =>
    each([`qualityDraw ${role} sample`, 'no sample'], (word) => ({
      body: { sample: identifierOf(word), grounds: GROUNDS },
    })),
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
  qualityEnd: ({ role }) =>
    each(RECORDS, (record) => ({
      body: { notice: identifierOf(`qualityTell ${role} told of ${record}`), how: 'settled', grounds: GROUNDS },
    })),
  qualityNotices: () => [{}],
} as const satisfies Partial<RequestMakers>
