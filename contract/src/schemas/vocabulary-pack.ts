import { CODE_FIELDS, VOCABULARY_FIELDS } from '@proofmark/domain/vocabulary-field'
import * as z from 'zod'
import { name, text } from './common.ts'

const number = z.string().regex(/^\d{1,18}$/)
const agency = name.optional()

/** Why a decision is not given away unless its maker says so. */
export const HELD_BACK = ['person', 'document'] as const
/** Why a row of a pack can never be taken over. */
export const PACK_FAULTS = [
  'shape',
  'text',
  'control',
  'formula',
  'field',
  'meaning',
  'code_unknown',
  'make_unknown',
  'name_known',
  'repeated',
  'contradicts_itself',
] as const
export type PackFault = (typeof PACK_FAULTS)[number]
/** How a row stands to what the agency has decided; `known` to the tables by themselves. */
export const PACK_STANDINGS = ['new', 'agrees', 'contradicts', 'known', 'faulty'] as const
export type PackStanding = (typeof PACK_STANDINGS)[number]

export const packExportRequest = z.strictObject({
  name,
  licence: name,
  provenance: text(500)
    .regex(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]*$/u)
    .optional(),
  field: z.enum([...CODE_FIELDS, 'serial']).optional(),
  /** Numbers of decisions that are given away although they look like a person’s name or a document’s number. */
  include: z.array(number).max(1_000).optional(),
  agency,
})
export type PackExportRequest = z.infer<typeof packExportRequest>
/** The pack as a file, and what was held back from it. */
export const packExported = z.object({
  file: z.string(),
  content: z.string(),
  sha256: z.string(),
  decisions: z.number().int(),
  heldBack: z.array(
    z.object({ decision: z.string(), field: z.enum(VOCABULARY_FIELDS), text: z.string(), why: z.enum(HELD_BACK) }),
  ),
})
export type PackExported = z.infer<typeof packExported>

export const packSummary = z.object({
  pack: z.string(),
  name: z.string(),
  state: z.string().nullable(),
  keeper: z.string(),
  licence: z.string(),
  provenance: z.string(),
  madeOn: z.string(),
  sha256: z.string(),
  rows: z.number().int(),
  /** Decisions that stand and came from it. */
  standing: z.number().int(),
  importedBy: z.string(),
  importedAt: z.string(),
  takenBackBy: z.string().nullable(),
  takenBackAt: z.string().nullable(),
})
export type PackSummary = z.infer<typeof packSummary>
export const packList = z.object({ packs: z.array(packSummary) })
export type PackList = z.infer<typeof packList>

const meaning = z.object({ code: z.string().nullable(), said: z.string().nullable(), name: z.string().nullable() })

export const packRow = z.object({
  row: z.number().int(),
  field: z.string(),
  text: z.string(),
  make: z.string().nullable(),
  means: meaning,
  country: z.string().nullable(),
  records: z.string().nullable(),
  standing: z.enum(PACK_STANDINGS),
  fault: z.enum(PACK_FAULTS).nullable(),
  /** What the agency has decided instead, where the row contradicts it. */
  own: meaning.nullable(),
})
export type PackRow = z.infer<typeof packRow>

export const packShowRequest = z.strictObject({
  pack: number,
  standing: z.enum(PACK_STANDINGS).optional(),
  after: z.int().min(0).optional(),
  limit: z.int().min(1).max(200).optional(),
  agency,
})
export type PackShowRequest = z.infer<typeof packShowRequest>
export const packShown = z.object({
  pack: packSummary,
  counts: z.object({
    new: z.number().int(),
    agrees: z.number().int(),
    contradicts: z.number().int(),
    known: z.number().int(),
    faulty: z.number().int(),
  }),
  rows: z.array(packRow),
  next: z.number().int().nullable(),
})
export type PackShown = z.infer<typeof packShown>

/** All that is new, or the rows that are named: of these also those that contradict one’s own decisions. */
export const packTakeRequest = z.strictObject({
  pack: number,
  rows: z.union([z.literal('new'), z.array(z.int().min(1)).min(1).max(5_000)]),
  agency,
})
export type PackTakeRequest = z.infer<typeof packTakeRequest>
/** `left`: named rows that could not be taken over, or say what is decided already. */
export const packTaken = z.object({ taken: z.number().int(), left: z.number().int() })
export const packTakeBackRequest = z.strictObject({ pack: number, agency })
export type PackTakeBackRequest = z.infer<typeof packTakeBackRequest>
/** `kept`: decisions from the pack after which another was taken on the same text. */
export const packTakenBack = z.object({ undone: z.number().int(), kept: z.number().int() })
