import * as z from 'zod'
import { day, identifier, legalBasis, shownReference } from './common.ts'

/**
 * Asks whether another agency keeps a record of the firearm of one of the asker's own records. Never by a pattern typed
 * in, never in bulk: the record is the saved item that the question rests on, or the request of a partner (`tracePointers`).
 */
export const pointerRequest = z.strictObject({ record: identifier, reference: shownReference, basis: legalBasis })
export type PointerRequest = z.infer<typeof pointerRequest>

export const pointer = z.object({
  restricted: z.literal(true),
  agency: z.string(),
  contact: z.string(),
  handle: identifier,
})
export type Pointer = z.infer<typeof pointer>
export const pointerAnswer = z.object({ pointers: z.array(pointer) })

export const NOTICE_KINDS = [
  'pointer_given',
  'silent_match',
  'question_asked',
  'question_answered',
  'finding_filed',
  'record_released',
  'destruction_held',
  'destruction_held_silent',
  'recovery_joined',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** What waits for a desk: who asked or released, and under which reference. */
export const notice = z.object({
  id: identifier,
  kind: z.enum(NOTICE_KINDS),
  at: z.string(),
  /** Null for a finding, which nobody asked for. */
  asker: z.string().nullable(),
  /** A release may have none. */
  reference: z.string().nullable(),
  /** Of a pointer, or of what is held for the desk; else null. */
  handle: identifier.nullable(),
  /** The recovery of the agency's of which another said something; else null. */
  recovery: identifier.nullable(),
  /** The question that was asked or answered; else null. */
  question: identifier.nullable(),
  /** The agency whose desk answered; null unless the notice is of an answer. */
  answerer: z.string().nullable(),
  /** The agency whose custody a finding speaks against; null unless the notice is of one. */
  custodian: z.string().nullable(),
  /** Of a release: until which day, and those of its records that the reader may still see; else null. */
  release: z
    .object({
      release: identifier,
      until: day,
      records: z.array(z.object({ record: identifier, source: z.string(), key: z.string() })),
    })
    .nullable(),
})
export type Notice = z.infer<typeof notice>
export const noticeList = z.object({ notices: z.array(notice) })
/** How many notices came after a moment. A number of one's own agency's, which shows none of them. */
export const noticeCount = z.object({ count: z.number().int() })
