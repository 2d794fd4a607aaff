import * as z from 'zod'
import { CUSTODY_OBSTACLES, STOCK_FINDINGS } from '../custody-words.ts'
import { grounds, identifier, name, text } from './common.ts'
import { exhibitCode } from './custody.ts'

export const storageAddRequest = z.strictObject({ id: identifier, name, parent: identifier.optional(), grounds })
export const storagePlaceList = z.object({
  places: z.array(
    z.object({
      id: identifier,
      parent: identifier.nullable(),
      name: z.string(),
      /** From the building to the shelf. */
      path: z.string(),
      exhibits: z.int(),
    }),
  ),
})

export const stocktakeBeginRequest = z.strictObject({ id: identifier, storage: identifier, grounds })
export const stocktakeScanRequest = z.strictObject({
  stocktake: identifier,
  scans: z
    .array(z.strictObject({ id: identifier, storage: identifier, text: exhibitCode }))
    .min(1)
    .max(500),
  grounds,
})
export const stocktakeShowRequest = z.strictObject({ stocktake: identifier, grounds })
export const stocktakeShown = z.object({
  stocktake: identifier,
  storage: identifier,
  begunAt: z.string(),
  scans: z.int(),
  /** The report, once it is closed. */
  closedAt: z.string().nullable(),
  lines: z.array(
    z.object({
      finding: z.enum(STOCK_FINDINGS),
      exhibit: identifier.nullable(),
      text: z.string().nullable(),
      recorded: z.string().nullable(),
      found: z.string().nullable(),
    }),
  ),
})
export type StocktakeShown = z.output<typeof stocktakeShown>

export const disposalOpenRequest = z.strictObject({
  id: identifier,
  name,
  place: text(200).regex(/\S/),
  /** Who stands by; nobody of the two who sign. */
  witness: name,
  exhibits: z.array(exhibitCode).min(1).max(2_000),
  grounds,
})
export const disposalSignRequest = z.strictObject({
  disposal: identifier,
  at: z.iso.datetime(),
  signature: z
    .looseObject({
      id: z.string().max(2_000),
      rawId: z.string().max(2_000),
      type: z.literal('public-key'),
      response: z.looseObject({ clientDataJSON: z.string().max(10_000) }),
    })
    .optional(),
  grounds,
})
export const disposalShowRequest = z.strictObject({ disposal: identifier, grounds })
export const disposalCertificateRequest = z.strictObject({
  disposal: identifier,
  language: z.enum(['en', 'fr', 'ar']).default('en'),
  grounds,
})
export const disposalShown = z.object({
  disposal: identifier,
  name: z.string(),
  place: z.string(),
  witness: z.string().nullable(),
  hash: z.string(),
  openedAt: z.string(),
  signatures: z.array(z.object({ by: z.string(), at: z.string(), passkey: z.boolean() })),
  done: z.boolean(),
  exhibits: z.array(
    z.object({ exhibit: identifier, label: z.string(), obstacles: z.array(z.enum(CUSTODY_OBSTACLES)) }),
  ),
})
export type DisposalShown = z.output<typeof disposalShown>
