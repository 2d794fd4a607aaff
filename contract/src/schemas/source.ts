import { SOURCE_KINDS } from '@proofmark/domain/source-kind'
import * as z from 'zod'
import { name } from './common.ts'

/** What other agencies learn of a source: its records, that it has one and whom to ask, or nothing. */
export const SOURCE_VISIBILITIES = ['open', 'pointer', 'silent'] as const
export type SourceVisibility = (typeof SOURCE_VISIBILITIES)[number]

/** Handling codes of article 29 of the Europol Regulation, kept in the original scheme (DOMAIN 2.12). */
export const HANDLING_CODES = ['H0', 'H1', 'H2', 'H3'] as const

const years = z.int().min(1).max(1_000)

export const sourceAddRequest = z.strictObject({
  name,
  kind: z.enum(SOURCE_KINDS),
  agency: name,
  handling: z.enum(HANDLING_CODES).default('H0'),
  /** Does what one person judges of its records wait for a second? */
  fourEyes: z.boolean().default(false),
  visibility: z.enum(SOURCE_VISIBILITIES).optional(),
  /** Years for which its records are kept, and after which a record that bears a person is looked at again. */
  retentionYears: years.optional(),
  reviewYears: years.optional(),
})
export type SourceAddRequest = z.input<typeof sourceAddRequest>

export const source = z.object({
  name: z.string(),
  kind: z.enum(SOURCE_KINDS),
  agency: z.string(),
  handling: z.enum(HANDLING_CODES),
  visibility: z.enum(SOURCE_VISIBILITIES),
  records: z.number().int(),
})
export type Source = z.infer<typeof source>
export const sourceList = z.object({ sources: z.array(source) })
