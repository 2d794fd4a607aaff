import * as z from 'zod'
import { LEGAL_BASES, PURPOSES } from '../purposes.ts'

/** The longest text that any field of any body takes; what is longer is refused by name, never cut. */
export const TEXT_LIMIT = 500

export const text = (limit = TEXT_LIMIT) =>
  z
    .string()
    .max(limit)
    .refine((value) => !value.includes('\0'))
export const name = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069]*$/u)
/** A reference that is shown to others: it says something, and turns no text round. */
export const shownReference = text(120)
  .regex(/\S/)
  .regex(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069]*$/u)
export const identifier = z.uuid()
/**
 * Neither the calendar nor PostgreSQL knows a year 0, which ISO 8601 writes; the first day of the year 1 is still a day of
 * it further west.
 */
const hasYear = (value: string) => value >= '0001-01-02'
/** A day of the calendar, as ISO 8601 writes it. */
export const day = z.iso.date().refine(hasYear, { params: { expected: 'day' } })
/** A moment as ISO 8601 writes it: in UTC, or in another form of zone or precision. */
export const momentOf = (form: Parameters<typeof z.iso.datetime>[0]) =>
  z.iso.datetime(form).refine(hasYear, { params: { expected: 'moment' } })
export const moment = momentOf({})
export const purpose = z.enum(PURPOSES)
export const legalBasis = z.enum(LEGAL_BASES)

/** Why the reader looks: a purpose from the list and, where there is one, the reference of the case. */
export const grounds = z.strictObject({ purpose, reference: text(120).optional() })
export type Grounds = z.infer<typeof grounds>
