import * as z from 'zod'
import { MODEL_SIDES } from '../model-sides.ts'
import { grounds, text } from './common.ts'

const count = z.number().int()
const share = z.number().nullable()

/** How many records and pairs were learned from, by pair of kinds of source. */
const learnedFrom = z.object({
  /** Two kinds of source, as `register+seizure`. */
  pair: z.string(),
  records: count,
  candidates: count,
  same: count,
  taught: count,
  random: count,
  /** The chance that a record has a counterpart at all. */
  recorded: share,
})

/** How a model bears out on records that were held back. */
export const modelFigures = z.object({
  records: count,
  candidates: count,
  /** In bits a record, of the model that it began from and its own. */
  likelihood: z.object({ before: z.number(), after: z.number() }),
  thresholds: z.array(z.object({ from: z.number(), precision: share, recall: share })),
  calibration: z.array(z.object({ from: z.number(), to: z.number(), pairs: count, same: count })),
})

const approval = z.object({ by: z.string(), agency: z.string().nullable(), at: z.string() })

/** A model by which records are, were or might be weighed. */
export const modelSummary = z.object({
  version: z.string(),
  /** The start model comes with the program. */
  origin: z.enum(['start', 'learned', 'file']),
  standing: z.boolean(),
  /** May this reader approve it now? */
  approvable: z.boolean(),
  proposed: approval.nullable(),
  /** Latest first. */
  approvals: z.array(approval),
  /** By others, as its file says. */
  approvedElsewhere: z.array(approval),
  learned: z.object({ on: z.string(), tables: count, start: z.string(), from: z.array(learnedFrom) }).nullable(),
  figures: modelFigures.nullable(),
})
export type ModelSummary = z.infer<typeof modelSummary>

/** Bits of one degree of a field, and the shares that make them. */
const weight = z.object({
  field: z.string(),
  degree: z.string(),
  /** Where what brings the field with it is the same. */
  beside: z.boolean(),
  m: z.number(),
  u: z.number(),
  bits: z.number(),
})
const damage = z.object({ kind: z.string(), share: z.number() })

/** What a model says of words and of marks, for all pairs of kinds of source or for one. */
export const modelShares = z.object({
  /** Null for all that are not told apart. */
  pair: z.string().nullable(),
  words: z.array(weight),
  marks: z.array(damage),
})
export type ModelShares = z.infer<typeof modelShares>

export const modelList = z.object({ standing: z.string(), models: z.array(modelSummary) })
export const modelShow = z.object({ model: modelSummary, shares: z.array(modelShares) })

/** Null: it goes on after the answer, and the model is in the list when it is done. */
export const modelLearned = z.object({ version: z.string().nullable() })
export const modelProposed = z.object({ version: z.string() })

const version = text(60).regex(/\S/)
export const modelApproveRequest = z.strictObject({ version })
export const modelApproved = z.object({ standing: z.string() })

export const modelCompareRequest = z.strictObject({ before: version, after: version, grounds })

const side = z.enum(MODEL_SIDES)
const sides = z.object({ apart: count, undecided: count, same: count })
/** A pair that lies on another side of a threshold. */
const movedPair = z.object({
  record: z.string(),
  source: z.string(),
  key: z.string(),
  other: z.string(),
  otherSource: z.string(),
  otherKey: z.string(),
  before: z.number(),
  after: z.number(),
  from: side,
  to: side,
})
/** Two models on the same pairs of open sources. */
export const modelComparison = z.object({
  before: z.string(),
  after: z.string(),
  records: count,
  pairs: count,
  moves: z.object({ apart: sides, undecided: sides, same: sides }),
  gained: z.array(movedPair),
  lost: z.array(movedPair),
})
export type ModelComparison = z.infer<typeof modelComparison>
export const modelFile = z.record(z.string(), z.unknown())
