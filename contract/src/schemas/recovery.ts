import { MARK_STATES, PARTS } from '@proofmark/domain/marking'
import * as z from 'zod'
import { UNKNOWABLE_FIELDS, UNKNOWN_REASONS } from '../entry-fields.ts'
import {
  CONCEALMENTS,
  CONDITIONS,
  CRIMINAL_CONTEXTS,
  EXHIBIT_KINDS,
  FURTHER_MARKS,
  LEGAL_JUSTIFICATIONS,
  PHOTOGRAPH_VIEWS,
  PLACE_TYPES,
  RECOVERY_PERSON_ROLES,
  SAFETY_STATES,
  TRACES_FIRST,
  TRANSPORT_MEANS,
  TYPOLOGIES,
} from '../recovery-words.ts'
import { RECOVERY_KINDS } from '../trace-words.ts'
import { identifier, name, shownReference, text } from './common.ts'

const country = z.string().regex(/^[A-Z]{2}$/)
/** As stated: a day, a month or a year, or words that the reader of dates knows. */
const day = text(80)
const dated = { date: day.optional(), note: text(200).optional() }

/** What is said of the item; the columns of a record, so that it is read and matched like any other. */
const stated = z.strictObject({
  serial: text(200).optional(),
  serial_state: z.enum(MARK_STATES).optional(),
  part: z.enum(PARTS).optional(),
  make: text(120).optional(),
  importer: text(120).optional(),
  model: text(120).optional(),
  calibre: text(120).optional(),
  type: text(120).optional(),
  country: text(120).optional(),
  year: text(40).optional(),
})

/** By which two devices know that they speak of one mark or one vehicle; made by the device, absent where nobody made one. */
const field = { field: name.optional() }

/** A further number or mark on the item, each as it stands there. */
const mark = z.strictObject({
  ...field,
  part: z.enum(PARTS),
  kind: z.enum(FURTHER_MARKS),
  /** Where on the part: `left side`, `beneath the grip`. */
  place: text(120).optional(),
  stated: text(200).optional(),
  state: z.enum(MARK_STATES).optional(),
})

const ammunition = z.strictObject({
  maker: text(120).optional(),
  headstamp: text(120).optional(),
  lot: text(120).optional(),
})

export const recoveryExhibit = z.strictObject({
  /** Made on the device that records it: what is sent twice is one exhibit. */
  exhibit: identifier,
  kind: z.enum(EXHIBIT_KINDS),
  /** The number on its label. */
  number: shownReference.optional(),
  seal: shownReference.optional(),
  /** Pieces; one where nothing is said of a firearm. Absent is not known, and never nought. */
  count: z.int().min(1).max(100_000_000).optional(),
  stated: stated.default({}),
  notKnown: z.partialRecord(z.enum(UNKNOWABLE_FIELDS), z.enum(UNKNOWN_REASONS)).default({}),
  marks: z.array(mark).max(20).default([]),
  ammunition: ammunition.optional(),
  description: text(500).optional(),
  typologies: z.array(z.enum(TYPOLOGIES)).max(5).default([]),
  condition: z.enum(CONDITIONS).optional(),
  /** Photographs by the hash that the device took of them, in hexadecimal, and what they show. */
  photographs: z
    .array(z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), view: z.enum(PHOTOGRAPH_VIEWS) }))
    .max(40)
    .default([]),
})
export type RecoveryExhibit = z.output<typeof recoveryExhibit>

const person = z.strictObject({
  field: name,
  role: z.enum(RECOVERY_PERSON_ROLES),
  value: text().regex(/\S/),
})

const stop = z.strictObject({ country: country.optional(), place: text(120).optional(), date: day.optional() })

/**
 * One recovery, as the form has it. Everything but the status may come later: `missing` in the answer says what of the
 * minimum data set (DOMAIN 6.2) is still wanted.
 */
export const recoveryForm = z.strictObject({
  status: z.enum(RECOVERY_KINDS),
  reference: shownReference.optional(),
  /** The number of the paper form on which it was written first. */
  paper: shownReference.optional(),
  /** Day, and where known the time and the zone of the place (IANA). */
  date: day.optional(),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  zone: text(60).optional(),
  place: z
    .strictObject({
      country: country.optional(),
      locality: text(200).optional(),
      description: text(500).optional(),
      type: z.enum(PLACE_TYPES).optional(),
      border: z.boolean().optional(),
      /** Degrees, WGS 84. */
      latitude: z.number().min(-90).max(90).optional(),
      longitude: z.number().min(-180).max(180).optional(),
    })
    .default({}),
  /** The officer's code on a shared device; an assertion, beside the account that is signed in. */
  officer: shownReference.optional(),
  safety: z.strictObject({ state: z.enum(SAFETY_STATES), by: text(120).optional() }).optional(),
  tracesFirst: z.enum(TRACES_FIRST).optional(),
  justifications: z
    .array(z.strictObject({ code: z.enum(LEGAL_JUSTIFICATIONS), ...dated }))
    .max(20)
    .default([]),
  contexts: z
    .array(z.strictObject({ code: z.enum(CRIMINAL_CONTEXTS), ...dated }))
    .max(40)
    .default([]),
  transport: z.enum(TRANSPORT_MEANS).optional(),
  concealment: z.enum(CONCEALMENTS).optional(),
  parcel: z
    .strictObject({
      /** Under which the carrier follows it. */
      number: text(120).optional(),
      carrier: text(120).optional(),
      /** From and to which country it was sent; where it passed is its path, in order. */
      sender: country.optional(),
      recipient: country.optional(),
      path: z.array(stop).max(30).default([]),
    })
    .optional(),
  route: z
    .strictObject({
      origin: country.optional(),
      departure: country.optional(),
      transit: z.array(country).max(30).default([]),
      destination: country.optional(),
    })
    .optional(),
  /** A surrender without identity names nobody. */
  anonymous: z.boolean().default(false),
  persons: z.array(person).max(50).default([]),
  vehicles: z
    .array(
      z.strictObject({
        ...field,
        plate: text(40).optional(),
        country: country.optional(),
        description: text(200).optional(),
      }),
    )
    .max(20)
    .default([]),
  note: text(2_000).optional(),
  exhibits: z.array(recoveryExhibit).max(500).default([]),
})
export type RecoveryForm = z.output<typeof recoveryForm>
export type RecoveryFormInput = z.input<typeof recoveryForm>
