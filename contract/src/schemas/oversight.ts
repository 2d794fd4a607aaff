import * as z from 'zod'
import { EXPLANATIONS, FINDING_RULES, type FindingRule } from '../life-words.ts'
import { grounds, identifier, text } from './common.ts'

/** A finding that waits for the oversight desk of a custodian. */
export const waiting = z.object({
  finding: identifier,
  /** The agency whose custody it speaks against. */
  custodian: z.string(),
  /** When it comes out whatever the officer does. */
  due: z.string(),
  /** Agencies whose people looked at such a life and were not shown it. */
  agencies: z.array(z.string()),
})
export type Waiting = z.infer<typeof waiting>

export const oversightFinding = z.object({
  ...waiting.shape,
  rule: z.enum(Object.keys(FINDING_RULES) as [FindingRule, ...FindingRule[]]),
  /** Made of what an officer may be told who may read none of the records. */
  text: z.string(),
  obligation: z.string(),
  /** An innocent reading remains. */
  alternatives: z.array(z.object({ kind: z.enum(EXPLANATIONS), weight: z.number().min(0).max(1) })),
  /** Rested it, when it was filed, on links that named persons had judged? */
  confirmed: z.boolean(),
  filed: z.string(),
  /** Whole days until it is due; none are left of what came out. */
  daysLeft: z.number().int().min(0),
  /** waiting: shown to nobody else yet. passed-on: by an officer. due: its days were over. */
  state: z.enum(['waiting', 'passed-on', 'due']),
  passedOn: z.object({ at: z.string(), by: z.string(), note: z.string().nullable() }).nullable(),
  /** Records that this officer may read. */
  records: z.array(z.object({ record: identifier, source: z.string(), key: z.string() })),
  /** How many others it rests on, by the agency that keeps them, and whom to ask there. */
  others: z.array(z.object({ agency: z.string(), desk: z.string(), records: z.number().int().min(1) })),
})
export type OversightFinding = z.infer<typeof oversightFinding>

export const oversightListRequest = z.strictObject({ grounds })
/** What waits first, what is due next before the others; then what came out, the last first. */
export const oversightList = z.object({
  /** Agencies whose custody the reader oversees. */
  oversees: z.array(z.string()),
  findings: z.array(oversightFinding),
})
export type OversightList = z.infer<typeof oversightList>

export const passOnRequest = z.strictObject({ finding: identifier, note: text().optional(), grounds })
export type PassOnRequest = z.infer<typeof passOnRequest>
export const passedOn = z.object({ finding: oversightFinding })
