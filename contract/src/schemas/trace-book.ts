import * as z from 'zod'
import { ADDRESSEE_ROLES, CONTACT_KINDS } from '../trace-words.ts'
import { identifier, name } from './common.ts'
import { deadlines, escalateTo, workingCalendar } from './partner.ts'
import { contact } from './trace-message.ts'

const country = z.string().regex(/^[A-Z]{2}$/)
const partner = name

/**
 * Deadlines and calendar of whoever has no agreement between nodes: a partner that is reached by hand, or an agency of the
 * own state. The last that was saved counts. All deadlines are counted from the sending.
 */
export const traceTerms = z.strictObject({
  partner,
  deadlines: z.strictObject({ routine: deadlines, urgent: deadlines }),
  escalateTo: escalateTo.exactOptional(),
  calendar: workingCalendar,
})
export type TraceTerms = z.infer<typeof traceTerms>

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
  /** Not to be asked any more. */
  removed: z.boolean().default(false),
})
export type TraceContactRequest = z.infer<typeof traceContactRequest>
export const traceContactList = z.object({
  contacts: z.array(
    traceContactRequest.extend({
      by: z.string(),
      at: z.string(),
      /** Who said that it was verified on that day; null where it never was. */
      verifiedBy: z.string().nullable(),
    }),
  ),
})
export type TraceContactList = z.infer<typeof traceContactList>
export const traceContactSaved = z.object({ id: identifier, at: z.string() })
