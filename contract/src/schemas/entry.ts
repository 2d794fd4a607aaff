import { EVENT_KINDS } from '@proofmark/domain/event-kind'
import { MARK_STATES } from '@proofmark/domain/marking'
import * as z from 'zod'
import { ENTRY_KINDS, MINIMUM_FIELDS, UNKNOWABLE_FIELDS, UNKNOWN_REASONS } from '../entry-fields.ts'
import { PERSON_ROLES } from '../profile-fields.ts'
import { grounds, identifier, name, text } from './common.ts'
import { item, word } from './item.ts'

/** A version of a record: the number of the import that brought it. */
export const recordVersion = z.string().regex(/^\d{1,18}$/)

const stated = z.strictObject({
  serial: text(200).optional(),
  serial_state: z.enum(MARK_STATES).optional(),
  part: text(60).optional(),
  make: text(120).optional(),
  importer: text(120).optional(),
  model: text(120).optional(),
  calibre: text(120).optional(),
  type: text(120).optional(),
  country: text(120).optional(),
  year: text(40).optional(),
  quantity: text(20).optional(),
  date: text(80).optional(),
  place: text(200).optional(),
  ref: text(120).optional(),
  reason: text(200).optional(),
  until: text(80).optional(),
  reported: text(80).optional(),
})

const notKnown = z.partialRecord(z.enum(UNKNOWABLE_FIELDS), z.enum(UNKNOWN_REASONS))

/** A person in one role towards the item; `field` tells two persons of one entry apart. */
const person = z.strictObject({ field: name, role: z.enum(PERSON_ROLES), value: text().regex(/\S/) })
const persons = z
  .array(person)
  .max(20)
  .refine((all) => new Set(all.map(({ field }) => field)).size === all.length, {
    params: { expected: 'persons_apart' },
  })

/** What the entry says. A field that is left blank states nothing. */
const said = {
  source: name,
  kind: z.enum(ENTRY_KINDS).default('firearm'),
  event: z.enum(EVENT_KINDS),
  stated,
  /** What is known not to be known, and why. */
  notKnown: notKnown.default({}),
}

/**
 * Enters one record by hand. `entry` is made by whoever enters it and stays with it, so that a request whose answer was
 * lost can be sent again. A correction names the version that it corrects.
 */
export const entryRequest = z.strictObject({
  ...said,
  entry: identifier,
  corrects: recordVersion.optional(),
  /** Left out of a correction, the persons of the corrected version stay; an empty list names nobody any more. */
  persons: persons.optional(),
})
export type EntryRequest = z.input<typeof entryRequest>

const missing = z.array(z.enum(MINIMUM_FIELDS))

export const entryAnswer = z.object({
  record: identifier,
  version: recordVersion,
  /** Does this version stand? Sent again after a correction, an entry answers its own version, which does not. */
  stands: z.boolean(),
  change: z.enum(['entered', 'corrected', 'unchanged']),
  read: item,
  /** Of the minimum data set, what is neither stated nor said to be unknown. */
  missing,
})
export type EntryAnswer = z.infer<typeof entryAnswer>

/** Asks what the tables make of an entry before it is made. `entry`: the one that is being corrected. */
export const entryHintsRequest = z.strictObject({ ...said, entry: identifier.optional(), grounds })
export type EntryHintsRequest = z.input<typeof entryHintsRequest>

/** What looks odd, beside its field. It never stands in the way of the entry. */
export const entryHint = z.object({ field: z.string(), id: z.string(), text: z.string() })
export type EntryHint = z.infer<typeof entryHint>

const interval = z.object({ from: z.string().nullable(), to: z.string().nullable() })

/** A standing record that says what an entry says. */
export const entryTwin = z.object({
  record: identifier,
  source: z.string(),
  event: z.enum(EVENT_KINDS),
  date: interval,
})
export type EntryTwin = z.infer<typeof entryTwin>

export const entryHints = z.object({
  read: item,
  importer: word,
  /** The dates as the days between two; both null where none is stated. Null as a whole where the entry is refused. */
  dates: z.object({ date: interval, until: interval, reported: interval }).nullable(),
  hints: z.array(entryHint),
  /** What the entry would be refused for. */
  problem: z.object({ field: z.string(), value: z.string(), reason: z.string(), accepted: z.string() }).nullable(),
  missing,
  /**
   * Standing records that the reader may see with the same make and serial and no other model or calibre: entered twice,
   * or a genuine twin. Null where make or serial is not known whole, so that nothing was looked for.
   */
  twins: z.object({ count: z.number().int(), records: z.array(entryTwin) }).nullable(),
})
export type EntryHints = z.infer<typeof entryHints>
