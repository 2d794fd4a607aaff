import * as z from 'zod'
import { RELATIONS, STANDINGS } from '../case-words.ts'
import { PERSON_ROLES } from '../profile-fields.ts'
import { SUPPLY_JOINS, SUPPLY_KINDS, SUPPLY_MARKS } from '../supply-words.ts'
import { day, identifier } from './common.ts'

/** A record on which an answer about supply rests, with what it states of it. What is not stated is null. */
export const supplyRecord = z.strictObject({
  record: identifier,
  /** The version that stands and was read. */
  version: z.string(),
  source: z.string(),
  key: z.string(),
  /** Who keeps the source. */
  agency: z.string(),
  joined: z.enum(SUPPLY_JOINS),
  document: z.string().nullable(),
  place: z.string().nullable(),
  importer: z.string().nullable(),
  /** A business that a partner's reply names as this link of its chain. */
  business: z.string().nullable(),
  /** Of a record of many items: how many, and which numbers. */
  quantity: z.number().nullable(),
  numbers: z.string().nullable(),
  fromDay: day.nullable(),
  toDay: day.nullable(),
  /** In which roles it names persons, for its own agency; whom, its page tells those who may know, by a step of its own. */
  names: z.array(z.enum(PERSON_ROLES)),
  /** Those of them who are drawn, where that was asked for: each a node of the answer’s graph, and what it did by the record. */
  named: z.array(z.strictObject({ node: z.string(), relation: z.enum(RELATIONS) })),
})
export type SupplyRecord = z.output<typeof supplyRecord>

/** What a record says of how one firearm was supplied, held, or left lawful hands. */
export const supplySaid = z.strictObject({
  /** A firearm, as it is named everywhere. */
  firearm: z.string(),
  /** `none`: no record of supply that the reader may see. `hands`: the last lawful hands, worked out of records by rules. */
  kind: z.enum([...SUPPLY_KINDS, 'hands', 'none']),
  /** A lead where a model alone, or the number of a document, joins all its records to the firearm. */
  standing: z.enum(STANDINGS),
  mark: z.enum(SUPPLY_MARKS).nullable(),
  fromDay: day.nullable(),
  toDay: day.nullable(),
})
export type SupplySaid = z.output<typeof supplySaid>
