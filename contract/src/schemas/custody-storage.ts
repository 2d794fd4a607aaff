import * as z from 'zod'
import { CUSTODY_OBSTACLES, DISPOSAL_STATES, STOCK_FINDINGS, STOCKTAKE_STATES } from '../custody-words.ts'
import { EXHIBIT_KINDS } from '../recovery-words.ts'
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
export const stocktakeWithdrawRequest = z.strictObject({ stocktake: identifier, scan: identifier, grounds })

/** What is said of a thing that was expected or scanned; its kind and number as far as the reader may see them. */
const stockThing = {
  finding: z.enum(STOCK_FINDINGS),
  exhibit: identifier.nullable(),
  kind: z.enum(EXHIBIT_KINDS).nullable(),
  number: z.string().nullable(),
  /** What was scanned, where that is no exhibit that was expected. */
  text: z.string().nullable(),
  /** The storage place in which the record has it. */
  recorded: identifier.nullable(),
  /** The one in which it was found. */
  found: identifier.nullable(),
}
const stockLine = z.object(stockThing)
export type ShownStockLine = z.output<typeof stockLine>

export const stocktakeShown = z.object({
  stocktake: identifier,
  storage: identifier,
  /** The place, from the building to the shelf. */
  path: z.string(),
  begunAt: z.string(),
  begunBy: z.string(),
  scans: z.int(),
  /** How many exhibits the record has there, and how many of them were scanned, wherever. */
  expected: z.int(),
  found: z.int(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  /** The report; as it stands now, until it is closed. In the answer to a scan none, since it may be long. */
  lines: z.array(stockLine),
  /** What was scanned last, the newest first. */
  latest: z.array(z.object({ scan: identifier, at: z.string(), by: z.string(), ...stockThing })),
})
export type StocktakeShown = z.output<typeof stocktakeShown>

const page = { after: z.int().min(0).max(1_000_000).default(0), limit: z.int().min(1).max(200).default(50) }

export const stocktakeListRequest = z.strictObject({
  /** Of this place alone, and of none within it. */
  storage: identifier.optional(),
  state: z.enum(STOCKTAKE_STATES).optional(),
  ...page,
  grounds,
})
export const stocktakeList = z.object({
  stocktakes: z.array(
    z.object({
      stocktake: identifier,
      storage: identifier,
      path: z.string(),
      state: z.enum(STOCKTAKE_STATES),
      begunAt: z.string(),
      begunBy: z.string(),
      closedAt: z.string().nullable(),
      scans: z.int(),
      /** How many lines of its report say what; null until it is closed. */
      counts: z
        .object({ present: z.int(), elsewhere: z.int(), missing: z.int(), unexpected: z.int() } satisfies Record<
          (typeof STOCK_FINDINGS)[number],
          z.ZodType
        >)
        .nullable(),
    }),
  ),
  more: z.boolean(),
})
export type StocktakeList = z.output<typeof stocktakeList>

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
const disposalSignature = z.object({ by: z.string(), at: z.string(), passkey: z.boolean() })
export const disposalWithdrawRequest = z.strictObject({ disposal: identifier, why: text().regex(/\S/), grounds })
export const disposalShown = z.object({
  disposal: identifier,
  name: z.string(),
  place: z.string(),
  witness: z.string().nullable(),
  hash: z.string(),
  openedAt: z.string(),
  openedBy: z.string(),
  signatures: z.array(disposalSignature),
  state: z.enum(DISPOSAL_STATES),
  withdrawn: z.object({ by: z.string(), at: z.string(), why: z.string() }).nullable(),
  /** Did the reader sign it? The other signature is then another person's. */
  signedByReader: z.boolean(),
  done: z.boolean(),
  exhibits: z.array(
    z.object({
      exhibit: identifier,
      label: z.string(),
      kind: z.enum(EXHIBIT_KINDS),
      number: z.string().nullable(),
      obstacles: z.array(z.enum(CUSTODY_OBSTACLES)),
      /** Under which handle it is held for somebody; null where clearance was given or not asked for yet. */
      handle: identifier.nullable(),
    }),
  ),
  /** When clearance was asked for last, which every signature does; null before the first. */
  clearanceAskedAt: z.string().nullable(),
  /** Who oversees the custody of the agency, and so whom to ask about a handle; null where nobody is named. */
  overseer: z.object({ name: z.string(), agency: z.string().nullable() }).nullable(),
})
export type DisposalShown = z.output<typeof disposalShown>

export const disposalListRequest = z.strictObject({ state: z.enum(DISPOSAL_STATES).optional(), ...page, grounds })
export const disposalList = z.object({
  disposals: z.array(
    z.object({
      disposal: identifier,
      name: z.string(),
      place: z.string(),
      state: z.enum(DISPOSAL_STATES),
      openedAt: z.string(),
      openedBy: z.string(),
      exhibits: z.int(),
      signatures: z.array(disposalSignature),
      signedByReader: z.boolean(),
    }),
  ),
  more: z.boolean(),
})
export type DisposalList = z.output<typeof disposalList>
