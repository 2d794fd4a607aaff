import * as z from 'zod'
import {
  BALLISTIC_ENTRIES,
  BALLISTIC_STANDINGS,
  BALLISTIC_STEPS,
  REFERRAL_OUTCOMES,
  REFERRAL_REASONS,
  RESULT_STATES,
  TWISTS,
} from '../ballistic-words.ts'
import { BALLISTIC_LEVELS, FIRED_ITEM_KINDS } from '../custody-words.ts'
import { day, grounds, identifier, name, shownReference, text } from './common.ts'

/** A day, a month or a year: of a scene often no more is known. */
const knownDate = text(10).refine((value) => /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(value) || day.safeParse(value).success, {
  params: { expected: 'known_date' },
})

/** Under which number which system keeps it. */
const kept = { system: shownReference, reference: shownReference }

/** What is seen on it, as the laboratory states it. */
const characteristics = {
  calibre: text(120).optional(),
  lands: z.int().min(1).max(40).optional(),
  twist: z.enum(TWISTS).optional(),
  characteristics: text(500).optional(),
  submitted: day.optional(),
  /** Our exhibit by its identifier, or another's number as stated. */
  exhibit: shownReference.optional(),
}

export const firedItemRow = z.strictObject({
  entry: z.literal('fired_item'),
  ...kept,
  kind: z.enum(FIRED_ITEM_KINDS),
  ...characteristics,
  scene: text(200).optional(),
  case: shownReference.optional(),
  date: knownDate.optional(),
  place: text(200).optional(),
})

export const testFireRow = z.strictObject({
  entry: z.literal('test_fire'),
  ...kept,
  ...characteristics,
  /** A record of the firearm by its identifier, or another's number as stated. */
  firearm: shownReference.optional(),
  recovered: day.optional(),
  date: day.optional(),
  by: name.optional(),
})

export const resultRow = z
  .strictObject({
    entry: z.literal('result'),
    system: shownReference,
    reference: shownReference.optional(),
    /** Each a number in the same system, or the identifier of an item. */
    first: shownReference,
    second: shownReference,
    level: z.enum(BALLISTIC_LEVELS),
    on: day,
    examiner: name,
    /** Who looked beside the examiner, as the laboratory states it. */
    verifier: name.optional(),
    note: text(500).optional(),
  })
  .refine(({ first, second }) => first !== second, { path: ['second'], params: { expected: 'ballistic_other_item' } })
  .refine(({ examiner, verifier }) => verifier === undefined || verifier.toLowerCase() !== examiner.toLowerCase(), {
    path: ['verifier'],
    params: { expected: 'ballistic_other_person' },
  })

export const ballisticRow = z.discriminatedUnion('entry', [firedItemRow, testFireRow, resultRow])
export type BallisticRow = z.output<typeof ballisticRow>
export type FiredItemRow = z.output<typeof firedItemRow>
export type TestFireRow = z.output<typeof testFireRow>
export type ResultRow = z.output<typeof resultRow>

/** Rows as they were sent; each is examined by itself, and one that does not fit keeps none of the others out. */
export const ballisticAddRequest = z.strictObject({ rows: z.array(z.unknown()).min(1).max(2_000), grounds })
export type BallisticAddRequest = z.output<typeof ballisticAddRequest>

export const ballisticProblem = z.object({
  row: z.number().int(),
  field: z.string(),
  value: z.string(),
  reason: z.string(),
  accepted: z.string(),
})
export type BallisticProblem = z.infer<typeof ballisticProblem>

export const ballisticAdded = z.object({
  accepted: z.number().int(),
  unchanged: z.number().int(),
  /** Results that say more than a lead and wait for a second person before they count. */
  waiting: z.array(identifier),
  items: z.array(z.object({ row: z.number().int(), item: identifier })),
  results: z.array(z.object({ row: z.number().int(), result: identifier })),
  problems: z.array(ballisticProblem),
})
export type BallisticAdded = z.infer<typeof ballisticAdded>

export const ballisticLinkRequest = z.strictObject({
  /** Chosen by the client: the same result sent again is the same result. */
  id: identifier,
  first: identifier,
  second: identifier,
  level: z.enum(BALLISTIC_LEVELS),
  on: day,
  system: shownReference,
  reference: shownReference.optional(),
  note: text(500).optional(),
  grounds,
})
export type BallisticLinkRequest = z.output<typeof ballisticLinkRequest>

export const ballisticVerifyRequest = z.strictObject({
  results: z.array(identifier).min(1).max(500),
  note: text(500).optional(),
  grounds,
})

export const ballisticWithdrawRequest = z.strictObject({
  result: identifier,
  reason: text(500).regex(/\S/),
  grounds,
})

/** Items by words of their numbers, system, calibre, scene, case, place or day; every word is to be there. */
export const ballisticFindRequest = z.strictObject({ words: text(200).regex(/\S/), grounds })

/** An item: the weapon that fired it, as it is known now. */
export const ballisticShowRequest = z.strictObject({ item: identifier, grounds })
export const ballisticListRequest = z.strictObject({ grounds })

export const ballisticReferRequest = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('told'),
    id: identifier,
    first: identifier,
    second: identifier,
    /** The investigator or the unit that was told. */
    to: name,
    note: text(500).optional(),
    grounds,
  }),
  z.strictObject({
    act: z.literal('outcome'),
    id: identifier,
    first: identifier,
    second: identifier,
    outcome: z.enum(REFERRAL_OUTCOMES),
    note: text(500).optional(),
    grounds,
  }),
])
export type BallisticReferRequest = z.output<typeof ballisticReferRequest>

export const ballisticItem = z.object({
  item: identifier,
  entry: z.enum(BALLISTIC_ENTRIES).exclude(['result']),
  system: z.string(),
  reference: z.string(),
  kind: z.enum(FIRED_ITEM_KINDS).nullable(),
  calibre: z.string().nullable(),
  lands: z.number().int().nullable(),
  twist: z.enum(TWISTS).nullable(),
  characteristics: z.string().nullable(),
  submitted: z.string().nullable(),
  scene: z.string().nullable(),
  case: z.string().nullable(),
  date: z.string().nullable(),
  place: z.string().nullable(),
  exhibit: z.string().nullable(),
  firearm: z.string().nullable(),
  recovered: z.string().nullable(),
  /** Who fired it, of a test fire. */
  by: z.string().nullable(),
  agency: z.string(),
  version: z.number().int(),
  savedBy: z.string(),
  savedAt: z.string(),
})
export type BallisticItem = z.infer<typeof ballisticItem>

export const ballisticResult = z.object({
  result: identifier,
  /** What it counts for now: a confirmation that nobody verified is a lead. */
  level: z.enum(BALLISTIC_LEVELS),
  state: z.enum(RESULT_STATES),
  on: z.string(),
  system: z.string(),
  reference: z.string().nullable(),
  examiner: z.string(),
  verifier: z.string().nullable(),
  note: z.string().nullable(),
  by: z.string(),
  at: z.string(),
  verifiedBy: z.string().nullable(),
  verifiedAt: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  /** May this reader verify it, and withdraw it? */
  verifiable: z.boolean(),
  withdrawable: z.boolean(),
})
export type BallisticResultShown = z.infer<typeof ballisticResult>

export const ballisticLink = z.object({
  first: identifier,
  second: identifier,
  level: z.enum(BALLISTIC_STANDINGS),
  results: z.array(ballisticResult),
  referrals: z.array(
    z.object({
      act: z.enum(['told', 'outcome']),
      level: z.enum(BALLISTIC_STANDINGS),
      to: z.string().nullable(),
      outcome: z.enum(REFERRAL_OUTCOMES).nullable(),
      note: z.string().nullable(),
      by: z.string(),
      at: z.string(),
    }),
  ),
})
export type BallisticLink = z.infer<typeof ballisticLink>

export const ballisticClock = z.object({
  step: z.enum(BALLISTIC_STEPS),
  day: z.string().nullable(),
  /** By when it should be done, where a step before it says so. */
  due: z.string().nullable(),
  /** Days from the step before it that is known. */
  days: z.number().int().nullable(),
  late: z.boolean(),
})
export type BallisticClock = z.infer<typeof ballisticClock>

export const ballisticShown = z.object({
  item: identifier,
  /** The item that names the weapon now: the first that was entered. Every other item of it leads here as well. */
  weapon: identifier,
  items: z.array(ballisticItem),
  links: z.array(ballisticLink),
  /** Items at the other end of links that join nothing. */
  others: z.array(ballisticItem),
  /** Records of the firearms from which it was test-fired, or with which it was judged to be one. */
  firearms: z.array(z.object({ record: identifier, by: z.enum(['test_fire', 'judgement']), united: z.boolean() })),
  /** Pairs within the weapon that an examiner excluded: both cannot be right. */
  contradictions: z.array(z.object({ first: identifier, second: identifier })),
  clocks: z.array(ballisticClock),
  /** The record about which a trace should be requested, on the day of submission, where nobody has. */
  trace: z.object({ record: identifier, due: z.string() }).nullable(),
  reader: z.object({ examines: z.boolean(), refers: z.boolean() }),
})
export type BallisticShown = z.infer<typeof ballisticShown>

const share = z.object({ of: z.number().int(), counted: z.number().int() })

export const ballisticFigures = z.object({
  items: z.number().int(),
  leads: z.number().int(),
  /** Leads of which an examiner concluded anything, of all leads: what the rate rests on. */
  examined: z.number().int(),
  confirmed: z.number().int(),
  excluded: z.number().int(),
  inconclusive: z.number().int(),
  disputed: z.number().int(),
  /** Confirmed among those confirmed and excluded; null where there are none. */
  confirmationRate: z.number().nullable(),
  /** Comparisons that two persons concluded of, and those of them in which they said the same. */
  agreement: share,
  /** Days from submission to the first lead: the middle, and of how many of all leads both days are known. */
  leadDays: z.object({ median: z.number().nullable(), counted: z.number().int(), of: z.number().int() }),
})
export type BallisticFigures = z.infer<typeof ballisticFigures>

export const ballisticReferral = z.object({
  first: identifier,
  second: identifier,
  weapon: identifier,
  level: z.enum(BALLISTIC_STANDINGS),
  points: z.number().int(),
  reasons: z.array(z.object({ reason: z.enum(REFERRAL_REASONS), points: z.number().int(), text: z.string() })),
  scenes: z.array(
    z.object({
      item: identifier,
      reference: z.string(),
      scene: z.string().nullable(),
      case: z.string().nullable(),
      date: z.string().nullable(),
      place: z.string().nullable(),
    }),
  ),
  firearm: identifier.nullable(),
  told: z.object({ to: z.string(), at: z.string(), level: z.enum(BALLISTIC_STANDINGS) }).nullable(),
  outcome: z.enum(REFERRAL_OUTCOMES).nullable(),
})
export type BallisticReferral = z.infer<typeof ballisticReferral>

export const ballisticReferrals = z.object({ referrals: z.array(ballisticReferral), more: z.boolean() })

/** The items found, the last that was entered first; `more` where there are further ones. */
export const ballisticFound = z.object({ items: z.array(ballisticItem), more: z.boolean() })

export const ballisticList = z.object({
  weapons: z.array(
    z.object({
      weapon: identifier,
      reference: z.string(),
      calibre: z.string().nullable(),
      items: z.number().int(),
      scenes: z.number().int(),
      firearm: identifier.nullable(),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
  waiting: z.array(
    z.object({
      result: identifier,
      first: identifier,
      second: identifier,
      examiner: z.string(),
      references: z.array(z.string()),
    }),
  ),
  latest: z.array(ballisticItem),
  figures: ballisticFigures,
})
export type BallisticList = z.infer<typeof ballisticList>
