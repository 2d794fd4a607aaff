import { evaluationFault } from '@proofmark/domain/evaluation'
import * as z from 'zod'
import { NODE_KINDS, RELATIONS, STANDINGS, SUBJECT_CATEGORIES, THING_KINDS } from '../case-words.ts'
import {
  DUPLICATE_REASONS,
  ERASURE_REASONS,
  READ_PLACES,
  SAID_RELATIONS,
  STRUCK_PLACES,
  THING_KEPT,
  THING_VERDICTS,
  VALUE_FIELDS,
  VALUE_HINTS,
} from '../thing-words.ts'
import { EVALUATION_SCHEMES } from '../trace-words.ts'
import { day, grounds, identifier, momentOf, shownReference, text } from './common.ts'
import { nodeName } from './graph.ts'

const why = text(500).regex(/\S/)

/** Grades and handling codes as their originator gave them, in the originator's scheme. */
export const thingEvaluation = z
  .strictObject({
    scheme: z.enum(EVALUATION_SCHEMES),
    sourceGrade: text(20).nullable(),
    informationGrade: text(20).nullable(),
    codes: z.array(text(20)).max(10).default([]),
  })
  .refine((said) => evaluationFault(said, said.codes) === null, { params: { expected: 'evaluation' } })
export type ThingEvaluation = z.output<typeof thingEvaluation>

/** Where something that is said comes from. */
const origin = {
  /** Who or what says so, in words. */
  source: text(200).optional(),
  /** A record that says so. */
  record: identifier.optional(),
  evaluation: thingEvaluation.optional(),
  /** When it is asked whether to keep it; where it is not said, after a year. */
  reviewOn: day.optional(),
}

const valueSaid = z.strictObject({
  /** Chosen by the client: what is sent twice is said once. */
  id: identifier,
  field: z.enum(VALUE_FIELDS),
  value: text(2_000).regex(/\S/),
  standing: z.enum(STANDINGS),
  /** The country that a plate or a paper is of. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** When it was so. */
  on: day.optional(),
  /** Of a captured file: what it is called, and when it was captured. */
  fileName: shownReference.optional(),
  capturedAt: momentOf({ offset: true }).optional(),
  ...origin,
})
export type ValueSaid = z.output<typeof valueSaid>

/** Whose data they are in the case; of a second category, why both hold. */
const subject = z.strictObject({
  tie: identifier,
  category: z.enum(SUBJECT_CATEGORIES),
  standing: z.enum(STANDINGS).default('fact'),
  reason: why.optional(),
})

export const thingAddRequest = z.strictObject({
  id: identifier,
  kind: z.enum(THING_KINDS),
  /** Kept in this case, by those whom it names; else by the reader's agency. */
  case: identifier.optional(),
  /** An inner compartment of the case. */
  compartment: identifier.optional(),
  kept: z.enum(THING_KEPT).default('pointer'),
  values: z.array(valueSaid).min(1).max(40),
  subject: subject.optional(),
  grounds,
})
export type ThingAddRequest = z.output<typeof thingAddRequest>

export const thingSayRequest = z.strictObject({ thing: identifier, values: z.array(valueSaid).min(1).max(40), grounds })
export type ThingSayRequest = z.output<typeof thingSayRequest>

/** What looks wrong with what was said, and was kept as it was said. */
export const thingSaid = z.strictObject({
  thing: identifier,
  hints: z.array(z.strictObject({ value: identifier, field: z.enum(VALUE_FIELDS), hint: z.enum(VALUE_HINTS) })),
})
export type ThingSaid = z.output<typeof thingSaid>

const act = z.enum(['withdrawn', 'restored'])
export const thingWithdrawRequest = z.strictObject({ thing: identifier, value: identifier, act, grounds })
export type ThingWithdrawRequest = z.output<typeof thingWithdrawRequest>

export const tieAddRequest = z
  .strictObject({
    id: identifier,
    from: nodeName,
    to: nodeName,
    relation: z.enum(SAID_RELATIONS),
    standing: z.enum(STANDINGS),
    fromDay: day.optional(),
    toDay: day.optional(),
    /** Records that it rests on. */
    records: z.array(identifier).max(50).default([]),
    note: text(500).optional(),
    source: origin.source,
    evaluation: origin.evaluation,
    reviewOn: origin.reviewOn,
    /** Of a person as subject of a case. */
    category: z.enum(SUBJECT_CATEGORIES).optional(),
    reason: why.optional(),
    /** In which case it is said; where it is not named, the case that its ends lie in. */
    case: identifier.optional(),
    grounds,
  })
  .refine(({ from, to }) => from !== to, { path: ['to'], params: { expected: 'other_node' } })
  .refine(({ fromDay, toDay }) => !fromDay || !toDay || fromDay <= toDay, {
    path: ['toDay'],
    params: { expected: 'later_day' },
  })
  .refine(({ relation, category }) => (relation === 'subject_of') === (category !== undefined), {
    path: ['category'],
    params: { expected: 'category_of_subject' },
  })
export type TieAddRequest = z.output<typeof tieAddRequest>

export const tieWithdrawRequest = z.strictObject({ node: nodeName, tie: identifier, act, grounds })
export type TieWithdrawRequest = z.output<typeof tieWithdrawRequest>
export const tieSaid = z.strictObject({ tie: identifier })

export const thingShowRequest = z.strictObject({
  thing: identifier,
  /** A victim or a witness too: an entry of the log of its own. */
  protectedPersons: z.boolean().default(false),
  grounds,
})
export type ThingShowRequest = z.output<typeof thingShowRequest>

/** Why what is known of somebody is not in the answer: the reader's roles need no name, or it must be asked for. */
const withheld = z.enum(['role', 'protected']).nullable()

const named = z.strictObject({
  thing: identifier,
  kind: z.enum(THING_KINDS),
  /** What it is called; null where nothing is known, or it is withheld. */
  label: z.string().nullable(),
  withheld,
})
export type NamedThing = z.output<typeof named>

const reason = z.strictObject({
  reason: z.enum(DUPLICATE_REASONS),
  field: z.enum(VALUE_FIELDS).nullable(),
  /** What both say. */
  said: z.array(z.string()),
})
export type DuplicateReasonShown = z.output<typeof reason>

const pair = z.strictObject({
  first: named,
  second: named,
  /** Why they may be one; none where only somebody's verdict stands. */
  reasons: z.array(reason),
  verdict: z
    .strictObject({ verdict: z.enum(THING_VERDICTS), why: z.string().nullable(), by: z.string(), at: z.iso.datetime() })
    .nullable(),
})
export type DuplicatePair = z.output<typeof pair>

const shownOrigin = {
  standing: z.enum(STANDINGS),
  source: z.string().nullable(),
  evaluation: thingEvaluation.nullable(),
  agency: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
  reviewOn: day.nullable(),
  withdrawnAt: z.iso.datetime().nullable(),
  /** May the reader withdraw it, or take that back? */
  mayWithdraw: z.boolean(),
}

export const thingShown = z.strictObject({
  ...named.shape,
  case: z.strictObject({ case: identifier, reference: z.string() }).nullable(),
  agency: z.string(),
  at: z.iso.datetime(),
  protected: z.boolean(),
  mayWrite: z.boolean(),
  mayErase: z.boolean(),
  values: z.array(
    z.strictObject({
      value: identifier,
      field: z.enum(VALUE_FIELDS),
      /** Null once it was erased. */
      text: z.string().nullable(),
      script: z.string().nullable(),
      hint: z.enum(VALUE_HINTS).nullable(),
      country: z.string().nullable(),
      on: day.nullable(),
      fileName: z.string().nullable(),
      capturedAt: z.string().nullable(),
      record: identifier.nullable(),
      ...shownOrigin,
    }),
  ),
  ties: z.array(
    z.strictObject({
      tie: identifier,
      relation: z.enum(RELATIONS),
      /** Said from this thing to the other. */
      forward: z.boolean(),
      other: z.strictObject({ node: nodeName, kind: z.enum(NODE_KINDS), label: z.string().nullable(), withheld }),
      fromDay: day.nullable(),
      toDay: day.nullable(),
      records: z.array(identifier),
      note: z.string().nullable(),
      category: z.enum(SUBJECT_CATEGORIES).nullable(),
      reason: z.string().nullable(),
      case: identifier.nullable(),
      ...shownOrigin,
    }),
  ),
  /** Things that were judged one with it, as far as the reader may see. */
  one: z.array(named),
  /** Pairs judged different although others make them one. */
  contradictions: z.array(z.strictObject({ first: identifier, second: identifier })),
  /** In how many further ties its other end may not be told of. */
  hiddenPersons: z.int(),
  erased: z.strictObject({ at: z.iso.datetime(), reason: z.enum(ERASURE_REASONS) }).nullable(),
})
export type ThingShown = z.output<typeof thingShown>

export const thingListRequest = z.strictObject({
  case: identifier.optional(),
  kinds: z.array(z.enum(THING_KINDS)).max(THING_KINDS.length).optional(),
  /** Those of which this is said: what reads the same is the same. */
  find: z.strictObject({ field: z.enum(VALUE_FIELDS), value: text(2_000).regex(/\S/) }).optional(),
  protectedPersons: z.boolean().default(false),
  after: z.int().min(0).max(100_000).default(0),
  limit: z.int().min(1).max(200).default(50),
  grounds,
})
export type ThingListRequest = z.output<typeof thingListRequest>

export const thingList = z.strictObject({
  things: z.array(
    z.strictObject({
      ...named.shape,
      case: identifier.nullable(),
      categories: z.array(z.enum(SUBJECT_CATEGORIES)),
      protected: z.boolean(),
      at: z.iso.datetime(),
    }),
  ),
  /** Victims and witnesses that were left out of this page. */
  hiddenPersons: z.int(),
  next: z.int().nullable(),
})
export type ThingList = z.output<typeof thingList>

export const thingDuplicatesRequest = z.strictObject({
  case: identifier.optional(),
  thing: identifier.optional(),
  /** Those that were judged as well. */
  judged: z.boolean().default(false),
  grounds,
})
export type ThingDuplicatesRequest = z.output<typeof thingDuplicatesRequest>

export const thingDuplicates = z.strictObject({
  pairs: z.array(pair),
  /** Values that too many things share to say anything: not one pair was proposed for them. */
  leftOut: z.array(
    z.strictObject({ field: z.enum(VALUE_FIELDS), value: z.string().nullable(), things: z.int(), most: z.int() }),
  ),
})
export type ThingDuplicates = z.output<typeof thingDuplicates>

export const thingJudgeRequest = z
  .strictObject({
    id: identifier,
    first: identifier,
    second: identifier,
    verdict: z.enum(THING_VERDICTS),
    why: text(500).optional(),
    grounds,
  })
  .refine(({ first, second }) => first.toLowerCase() !== second.toLowerCase(), {
    path: ['second'],
    params: { expected: 'other_node' },
  })
export type ThingJudgeRequest = z.output<typeof thingJudgeRequest>
export const thingJudged = z.strictObject({ id: identifier, one: z.array(identifier) })

export const thingEraseRequest = z.strictObject({ thing: identifier, reason: z.enum(ERASURE_REASONS), grounds })
export type ThingEraseRequest = z.output<typeof thingEraseRequest>
export const thingErased = z.strictObject({
  thing: identifier,
  values: z.int(),
  ties: z.int(),
  /** What was judged to be one with it and is still known. */
  alike: z.array(identifier),
})

const soughtWords = z.array(text(200).regex(/\S/)).max(10)
const wordsPlace = { place: z.enum(STRUCK_PLACES), of: identifier, id: identifier }
export const thingWordsRequest = z.strictObject({
  thing: identifier,
  /** Names and numbers to look for; as long as nothing was erased what is known of the thing is looked for by itself. */
  words: soughtWords.default([]),
  grounds,
})
export type ThingWordsRequest = z.output<typeof thingWordsRequest>
export const thingWords = z.strictObject({
  places: z.array(
    z.strictObject({
      ...wordsPlace,
      /** Of an entry its kind, of a value its field, of a tie its relation, of the log the action. */
      kind: z.string().nullable(),
      /** Where the reader was let into the case. */
      case: z.strictObject({ id: identifier, reference: z.string() }).nullable(),
      at: z.iso.datetime(),
      /** The whole name, or a part of it, which may be somebody else’s. */
      stands: z.enum(['whole', 'part']),
      mayStrike: z.boolean(),
    }),
  ),
  more: z.boolean(),
})
export type ThingWords = z.output<typeof thingWords>
/** A place whose passage may be read before it is struck; bodies of the log are read in the log. */
const passagePlace = z.strictObject({ ...wordsPlace, place: z.enum(READ_PLACES) })
export const thingPassagesRequest = z.strictObject({
  thing: identifier,
  words: soughtWords.min(1),
  place: passagePlace,
  grounds,
})
export type ThingPassagesRequest = z.output<typeof thingPassagesRequest>
export const thingPassages = z.strictObject({
  passages: z.array(
    z.strictObject({
      /** A little of what stands around it. */
      before: z.string(),
      /** The name or number, as it is written there. */
      found: z.string(),
      after: z.string(),
      stands: z.enum(['whole', 'part']),
    }),
  ),
})
export type ThingPassages = z.output<typeof thingPassages>
export const thingStrikeRequest = z.strictObject({
  thing: identifier,
  words: soughtWords.min(1),
  places: z.array(z.strictObject(wordsPlace)).min(1).max(200),
  grounds,
})
export type ThingStrikeRequest = z.output<typeof thingStrikeRequest>
export const thingStruck = z.strictObject({ thing: identifier, struck: z.int() })

export const thingReviewsRequest = z.strictObject({
  /** Up to which day; today where nothing is said. */
  until: day.optional(),
  grounds,
})
export type ThingReviewsRequest = z.output<typeof thingReviewsRequest>
export const thingReviews = z.strictObject({
  things: z.array(z.strictObject({ ...named.shape, case: identifier.nullable(), dueOn: day, said: z.int() })),
  more: z.boolean(),
})
export type ThingReviews = z.output<typeof thingReviews>

export const thingReviewRequest = z.strictObject({ thing: identifier, until: day, why, grounds })
export type ThingReviewRequest = z.output<typeof thingReviewRequest>
export const thingReviewed = z.strictObject({ thing: identifier, until: day })
