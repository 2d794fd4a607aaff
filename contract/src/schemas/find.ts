import { EVENT_KINDS } from '@proofmark/domain/event-kind'
import { ROW_KINDS } from '@proofmark/domain/row-kind'
import * as z from 'zod'
import { PERSON_ROLES } from '../profile-fields.ts'
import { grounds, identifier, text } from './common.ts'
import { item, mark } from './item.ts'
import { givenRelease, receivedRelease } from './release.ts'

export const findRequest = z.strictObject({
  serial: z.string().min(1).max(200),
  make: text(120).optional(),
  model: text(120).optional(),
  calibre: text(120).optional(),
  type: text(120).optional(),
  country: text(120).optional(),
  year: text(20).optional(),
  /** Where something happened with it. */
  place: text(120).optional(),
  limit: z.number().int().min(1).max(200).default(20),
  grounds,
})
export type FindRequest = z.input<typeof findRequest>

/** One line of the balance: how many bits the field speaks for (positive) or against (negative), and why in words. */
export const evidence = z.object({
  field: z.enum([
    'prior',
    'serial',
    'make',
    'importer',
    'model',
    'calibre',
    'type',
    'country',
    'year',
    'place',
    'order',
    'rivals',
  ]),
  bits: z.number(),
  text: z.string(),
})
export type Evidence = z.infer<typeof evidence>

/** A place among the characters of a mark, counted from 0; null where the mark has none at this position. */
const place = z.number().int().min(0).nullable()

/**
 * Two marks laid over each other, in order. A run of unknown length stands over each character that it hides. The bits of
 * the columns and of the whole sum to those of the evidence's line for the mark.
 */
export const alignment = z.object({
  columns: z.array(
    z.object({
      query: place,
      record: place,
      /** Both agree, are taken for each other, one of them is lost or left out, or they differ. */
      says: z.enum(['agrees', 'confusable', 'nothing', 'differs']),
      /** How much likelier it reads so if both are one number than by chance. */
      bits: z.number(),
    }),
  ),
  /** What no position says by itself: how common such a number is, and in which other ways it may have come about. */
  whole: z.number(),
})
export type Alignment = z.infer<typeof alignment>

export const candidate = z.object({
  record: identifier,
  source: z.string(),
  agency: z.string(),
  key: z.string(),
  item: identifier,
  event: z.enum(EVENT_KINDS),
  date: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
  own: z.boolean(),
  read: item,
  /** The one of its marks that is taken for what was asked for: its own, or that of another part. */
  matched: mark,
  probability: z.number().min(0).max(1),
  evidence: z.array(evidence),
})
export type Candidate = z.infer<typeof candidate>

export const foundCandidate = candidate.extend({
  /**
   * The characters of `query` over those of `matched`; null where the two have nothing in common, or have it only when one is
   * turned round or written with other characters.
   */
  alignment: alignment.nullable(),
})
export type FoundCandidate = z.infer<typeof foundCandidate>

export const findAnswer = z.object({
  query: mark,
  /** Entries that this reader may see, among which the mark was looked for. */
  entries: z.number().int(),
  /** How many of them would fit the mark by chance alone (DOMAIN 4.7); above 0.1 it identifies nothing. */
  chance: z.number(),
  weak: z.boolean(),
  candidates: z.array(foundCandidate),
  /** Stated fields that no table knows: they are compared as text alone, or not at all. */
  unread: z.array(
    z.object({ field: z.enum(['make', 'model', 'calibre', 'type', 'country', 'year']), stated: z.string() }),
  ),
  more: z.boolean(),
})
export type FindAnswer = z.infer<typeof findAnswer>

/** One row of a list: what it asked for, and the best candidates. */
export const listedRow = z.object({
  row: z.number().int(),
  serial: z.string(),
  /** What else the row states, by our own columns. */
  stated: z.record(z.string(), z.string()),
  searched: z.boolean(),
  /** Why it was not looked for: it gives no number, or too little of one. */
  reason: z.enum(['no_number', 'too_little']).nullable(),
  weak: z.boolean(),
  candidates: z.array(candidate),
  /** How many more than these fit. */
  others: z.number().int(),
})
export type ListedRow = z.infer<typeof listedRow>

export const findListAnswer = z.object({
  rows: z.array(listedRow),
  /** Were there more rows than one list may have? */
  more: z.boolean(),
})
export type FindListAnswer = z.infer<typeof findListAnswer>

const interval = z.object({ from: z.string().nullable(), to: z.string().nullable() })

export const recordShowRequest = z.strictObject({ record: identifier, grounds })
export const recordShow = z.object({
  record: identifier,
  source: z.string(),
  agency: z.string(),
  key: z.string(),
  event: z.enum(EVENT_KINDS),
  date: z.object({ from: z.string().nullable(), to: z.string().nullable(), stated: z.string().nullable() }),
  recordedAt: z.string(),
  version: z.string(),
  versions: z.number().int(),
  /** What the others of these versions said otherwise, the newest first and no more than twenty. */
  otherVersions: z.array(
    z.object({
      version: z.string(),
      recordedAt: z.string(),
      /** Null: that version, or the standing one, has no such column. */
      changes: z.array(z.object({ column: z.string(), said: z.string().nullable(), stands: z.string().nullable() })),
    }),
  ),
  /** The roles of the persons whom the row names, for its own agency's people; the persons stand apart and are never shown here. */
  personRoles: z.array(z.enum(PERSON_ROLES)),
  /** What one row of the source speaks of. */
  rowKind: z.enum(ROW_KINDS),
  quantity: z.number().int().nullable(),
  until: interval,
  reported: interval,
  /** What is known not to be known, and why. */
  notKnown: z.record(z.string(), z.string()),
  stated: z.record(z.string(), z.string()),
  read: item,
  /** Where the reader's agency sees it by a release of its owner; else null. */
  release: receivedRelease.nullable(),
  /** To whom its owner shows it; for the owner's people alone. */
  released: z.array(givenRelease),
  /** May this reader release it to another agency? */
  mayRelease: z.boolean(),
})
export type RecordShow = z.infer<typeof recordShow>

/** Whom the standing version of a record names; whoever was lawfully erased is not among them. */
export const recordPersons = z.object({
  record: identifier,
  version: z.string(),
  persons: z.array(
    z.object({
      role: z.enum(PERSON_ROLES),
      /** The column of the source that says it. */
      column: z.string(),
      value: z.string(),
      /** The day on which it is asked whether it is still needed. */
      reviewOn: z.string(),
    }),
  ),
})
export type RecordPersons = z.infer<typeof recordPersons>
