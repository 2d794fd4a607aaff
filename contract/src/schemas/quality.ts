import * as z from 'zod'
import { BANDS, BREAKDOWNS, type DAMAGES, ISSUE_KINDS, MEASURES, NONSENSE } from '../quality-words.ts'
import { grounds, identifier, name, text } from './common.ts'
import { item } from './item.ts'

const kind = z.enum(ISSUE_KINDS)

/** A record as the page of quality shows it. */
const qualityRecord = z.object({
  record: identifier,
  source: z.string(),
  key: z.string(),
  agency: z.string(),
  read: item,
})
export type QualityRecord = z.infer<typeof qualityRecord>

export const issueListRequest = z.strictObject({
  kind,
  /** Of the records of this agency alone. */
  agency: name.optional(),
  /** `next` of the page before. */
  after: text(2_000).optional(),
  limit: z.number().int().min(1).max(200).optional(),
  grounds,
})
export type IssueListRequest = z.input<typeof issueListRequest>

const told = z.object({
  id: identifier,
  at: z.string(),
  by: z.string(),
  /** The agency in whose name it was told. */
  from: z.string().nullable(),
  note: z.string().nullable(),
  withdrawable: z.boolean(),
  settleable: z.boolean(),
})
export type ToldShown = z.infer<typeof told>

/** Records that a data steward should look at, and whether their agency was told. */
export const issue = z.object({
  kind,
  /** Of nonsense: what stands in the serial's field instead. */
  reason: z.enum(NONSENSE).nullable(),
  /** The number that they share, or what stands in the serial's field. */
  value: z.string(),
  /** Of entries that share a number: do they name one make, as far as they name any? */
  sameMake: z.boolean(),
  /** The first twenty. */
  records: z.array(qualityRecord),
  /** How many there are. */
  count: z.number().int(),
  told: told.nullable(),
})
export type Issue = z.infer<typeof issue>

export const issueList = z.object({ issues: z.array(issue), next: z.string().nullable() })
export type IssueList = z.infer<typeof issueList>

export const tellRequest = z.strictObject({
  /** Chosen by the client: what is sent twice is told once. */
  id: identifier,
  kind,
  records: z.array(identifier).min(1).max(20),
  note: text(500).optional(),
  grounds,
})
export type TellRequest = z.input<typeof tellRequest>

export const endNoticeRequest = z.strictObject({
  notice: identifier,
  how: z.enum(['withdrawn', 'settled']),
  answer: text(500).optional(),
  grounds,
})
export type EndNoticeRequest = z.input<typeof endNoticeRequest>

/** What one agency told another of its records. */
export const qualityNotice = told.extend({
  kind,
  to: z.string(),
  records: z.array(qualityRecord),
  ended: z.enum(['withdrawn', 'settled']).nullable(),
  endedAt: z.string().nullable(),
  answer: z.string().nullable(),
})
export type QualityNotice = z.infer<typeof qualityNotice>
export const qualityNoticeMade = z.object({ notice: qualityNotice })
export const qualityNoticeList = z.object({ notices: z.array(qualityNotice) })

export const sourcesRequest = z.strictObject({ grounds })

const share = z.number().min(0).max(1)

/** How one source records, and when it began to record otherwise. */
export const sourceQuality = z.object({
  source: z.string(),
  sourceId: identifier,
  agency: z.string(),
  records: z.number().int(),
  /** Of how many of its records each is missing, or is so. */
  shares: z.array(z.object({ measure: z.enum(MEASURES), share })),
  /** The lengths of serials that are commonest, commonest first. */
  lengths: z.array(z.object({ length: z.number().int(), share })),
  /** What is to be said of the source as a whole. */
  notes: z.array(z.string()),
  changes: z.array(
    z.object({
      measure: z.enum(MEASURES),
      /** The first month of the new way, as its first day. */
      from: z.string(),
      before: z.number(),
      after: z.number(),
      /** Of two-proportion z, at the change. */
      z: z.number(),
      text: z.string(),
    }),
  ),
})
export type SourceQuality = z.infer<typeof sourceQuality>
export const sourceQualityList = z.object({ sources: z.array(sourceQuality) })

/** An estimate with its interval; null where nothing was judged. */
const estimate = z.object({ value: share, low: share, high: share })
export type EstimateShown = z.infer<typeof estimate>

const estimated = z.object({
  by: z.enum(BREAKDOWNS),
  /** The source, damage or year; null for all pairs. */
  of: z.string().nullable(),
  /** How many pairs the model follows, and how many were drawn and judged. */
  linked: z.number(),
  pairs: z.number(),
  judged: z.number().int(),
  precision: estimate.nullable(),
  recall: estimate.nullable(),
})
export type Estimated = z.infer<typeof estimated>

/** A pair that was drawn, as it is judged: two records, and nothing of what the model says. */
export const samplePair = z.object({
  place: z.number().int(),
  record: qualityRecord,
  other: qualityRecord,
  /** What a person judged of it; the model's word is told only beside that. */
  judged: z.enum(['same', 'different', 'undecided', 'component-of', 'same-lot']).nullable(),
  model: z.object({ linked: z.boolean(), probability: share }).nullable(),
})
export type SamplePair = z.infer<typeof samplePair>

export const sampleShown = z.object({
  id: identifier,
  drawnAt: z.string(),
  drawnBy: z.string(),
  seed: z.string(),
  model: z.string(),
  /** What share of all pairs was gone through. */
  share,
  size: z.number().int(),
  judged: z.number().int(),
  /** Pairs that people judged the same and that the model had not kept: they are missed by every estimate. */
  missed: z.number().int(),
  strata: z.array(
    z.object({
      band: z.enum(BANDS),
      linked: z.boolean(),
      sources: z.tuple([z.string(), z.string()]),
      pairs: z.number(),
      drawn: z.number().int(),
      judged: z.number().int(),
      same: z.number().int(),
      estimate: estimate.nullable(),
    }),
  ),
  estimates: z.array(estimated),
})
export type SampleShown = z.infer<typeof sampleShown>

export const qualityShow = z.object({ sample: sampleShown.nullable() })
export const samplePairsRequest = z.strictObject({
  sample: identifier,
  /** Those alone that nobody has judged. */
  open: z.boolean().optional(),
  after: z.number().int().min(0).optional(),
  grounds,
})
export const samplePairs = z.object({ pairs: z.array(samplePair), next: z.number().int().nullable() })
export const drawRequest = z.strictObject({
  id: identifier,
  size: z.number().int().min(10).max(1_000).default(100),
  /** With the same seed the same pairs are drawn again, while they are the same. */
  seed: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  grounds,
})
export type DrawRequest = z.input<typeof drawRequest>

export type DamageShown = (typeof DAMAGES)[number]
