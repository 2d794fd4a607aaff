import * as z from 'zod'
import { ADDRESSEE_ROLES, CONTACT_KINDS } from '../trace-words.ts'
import { identifier, name } from './common.ts'
import { contact } from './trace-message.ts'

const country = z.string().regex(/^[A-Z]{2}$/)
const day = z.iso.date()
const partner = name

/** Deadlines and calendar of an agreement, for a channel with a partner; the last that was saved counts. */
export const traceTerms = z.strictObject({
  partner,
  timeZone: z.string().max(60).refine(isTimeZone),
  /** Days of the week on which nobody works, 1 (Monday) to 7 (Sunday). */
  freeDays: z.array(z.number().int().min(1).max(7)).max(6),
  holidays: z.array(day).max(400),
  /** Working days from sending. */
  acknowledge: z.number().int().min(1).max(365),
  answer: z.number().int().min(1).max(365),
  urgentAcknowledge: z.number().int().min(1).max(365),
  urgentAnswer: z.number().int().min(1).max(365),
  /** Working days after the answer was due. */
  remind: z.number().int().min(0).max(365),
  escalate: z.number().int().min(0).max(365),
})
export type TraceTerms = z.infer<typeof traceTerms>

function isTimeZone(word: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: word })
    return true
  } catch {
    return false
  }
}

export const traceTermsList = z.object({
  terms: z.array(traceTerms.extend({ by: z.string(), at: z.string() })),
})
export type TraceTermsList = z.infer<typeof traceTermsList>
export const traceTermsSaved = z.object({ partner: z.string(), at: z.string() })

/** One entry of the book of contacts; what was said before stays. */
export const traceContactRequest = z.strictObject({
  /** Chosen by the client; the same identifier again is the same contact, said anew. */
  id: identifier,
  country,
  partner: partner.nullable(),
  kind: z.enum(CONTACT_KINDS),
  role: z.enum(ADDRESSEE_ROLES).nullable(),
  contact,
})
export type TraceContactRequest = z.infer<typeof traceContactRequest>
export const traceContactList = z.object({
  contacts: z.array(traceContactRequest.extend({ by: z.string(), at: z.string() })),
})
export type TraceContactList = z.infer<typeof traceContactList>
export const traceContactSaved = z.object({ id: identifier, at: z.string() })
