import * as z from 'zod'
import { MINIMUM_FIELDS } from '../entry-fields.ts'
import {
  ASKED_WHERE,
  EXHIBIT_KINDS,
  KNOWN_AS,
  KNOWN_SURELY,
  RECOVERY_ATTEMPTS,
  RECOVERY_REMARKS,
} from '../recovery-words.ts'
import { RECOVERY_KINDS } from '../trace-words.ts'
import { grounds, identifier, legalBasis, name, shownReference, text } from './common.ts'
import { recoveryExhibit, recoveryForm } from './recovery.ts'

/**
 * Saves a recovery. `recovery` is chosen by the device, and so is every exhibit: what is sent twice is one. `base` is the
 * version that the form began from; absent where it began from nothing.
 */
export const recoverySaveRequest = z.strictObject({
  recovery: identifier,
  base: z.int().min(1).optional(),
  /**
   * Each send is named by the device. Those of which it had no answer since the base, in order, and this one last: what the
   * server took of them is the sender's own word, and contradicts nothing that they say since.
   */
  attempts: z.array(identifier).max(RECOVERY_ATTEMPTS).optional(),
  form: recoveryForm,
  /** Whose recovery it is, by the name of the agency; only whoever belongs to none says it. */
  agency: name.optional(),
  grounds,
  /** On which law other agencies are asked whether they know an exhibit. */
  basis: legalBasis.default('firearms_act'),
})
export type RecoverySaveRequest = z.input<typeof recoverySaveRequest>

/** What somebody else recorded of an exhibit. */
export const recoveryKnown = z.object({
  /** Null for a pointer: the other agency does not say which of its sources. */
  source: z.string().nullable(),
  agency: z.string(),
  kind: z.enum(KNOWN_AS),
  /** Only the agency, its desk and a handle are told; everything else is to be asked for there. */
  restricted: z.boolean(),
  handle: identifier.nullable(),
  /** The desk to ask, of a pointer. */
  contact: z.string().nullable(),
  /** The record, where the reader may see it. */
  record: identifier.nullable(),
  /** `may_be`: its serial number is not read whole, or less speaks for it than what is taken for one firearm elsewhere. */
  surely: z.enum(KNOWN_SURELY),
  /** How likely it is the exhibit's, from 0 to 1; null where nothing was weighed: a pointer, or a request for this number. */
  likely: z.number().min(0).max(1).nullable(),
})
export type RecoveryKnown = z.infer<typeof recoveryKnown>

const answer = z.object({
  exhibit: identifier,
  known: z.array(recoveryKnown),
  /**
   * How far it was asked: at other agencies too; among the records that the reader may see alone, where the mark is too
   * weak to ask others by or they could not be reached; nowhere, where there is no mark to look for; later, where it was
   * not asked yet, since there were too many others: `recoveryAnswers` goes on with those.
   */
  asked: z.enum(ASKED_WHERE),
})
export type ExhibitAnswer = z.infer<typeof answer>

const exhibit = z.object({
  exhibit: identifier,
  kind: z.enum(EXHIBIT_KINDS),
  number: z.string().nullable(),
  /** Null where no record speaks of such a thing, or where what was said makes none yet. */
  record: identifier.nullable(),
})

const missing = z.object({
  exhibit: identifier,
  fields: z.array(z.enum(MINIMUM_FIELDS)),
})

/** One field on which two people differ, by its path in the form: `place.locality`, `exhibits.<id>.stated.serial`. */
export const recoveryConflict = z.object({
  path: z.string(),
  /** What the version said from which both began, what stands, and what was sent; null where nothing is said. */
  base: z.unknown(),
  standing: z.unknown(),
  sent: z.unknown(),
})

/** What somebody should look at; nothing is refused for it. */
const remark = z.object({
  kind: z.enum(RECOVERY_REMARKS),
  exhibit: identifier.nullable(),
  /** The other recovery that it is about. */
  recovery: identifier.nullable(),
  value: z.string(),
})

const stands = {
  recovery: identifier,
  /** The version that stands now. */
  version: z.int(),
  exhibits: z.array(exhibit),
  missing: z.array(missing),
  /** How much of the minimum data set is said, in percent. */
  completeness: z.int(),
}

export const recoverySaved = z.object({
  ...stands,
  /** `merged`: it began from another version than what stood, and both were put together. */
  change: z.enum(['saved', 'merged', 'unchanged']),
  /** The version that holds what was sent; it does not stand where it was merged. */
  sent: z.int(),
  answers: z.array(answer),
  /** Fields in which what stands was kept; what was sent is kept in version `sent`. */
  conflicts: z.array(recoveryConflict),
  remarks: z.array(remark),
})
export type RecoverySaved = z.infer<typeof recoverySaved>

export const recoveryShowRequest = z.strictObject({ recovery: identifier, version: z.int().min(1).optional(), grounds })

const versionShown = z.object({
  version: z.int(),
  base: z.int().nullable(),
  stands: z.boolean(),
  by: z.string(),
  at: z.string(),
})

/** What an examiner said of an exhibit, beside what was said in the field. */
export const examinationShown = z.object({
  exhibit: identifier,
  number: z.int(),
  by: z.string(),
  at: z.string(),
  said: z.unknown(),
  record: identifier.nullable(),
})

export type ExaminationShown = z.output<typeof examinationShown>

/** Another recovery that may be a report of the same incident, and why. */
const near = z.object({
  recovery: identifier,
  reference: z.string().nullable(),
  agency: z.string(),
  date: z.string().nullable(),
  place: z.string().nullable(),
  exhibits: z.int(),
  /** A record by which the reader knows of it, where the recovery itself is another agency's and not theirs to see. */
  record: identifier.nullable(),
  /** May the reader open the recovery itself? */
  readable: z.boolean(),
  reasons: z.array(
    z.object({ kind: z.enum(['mark', 'person', 'vehicle', 'parcel', 'place', 'time']), value: z.string() }),
  ),
  /** What somebody said of the two; null where nobody has. */
  joined: z
    .object({ verdict: z.enum(['same', 'different']), by: z.string(), at: z.string(), why: z.string() })
    .nullable(),
})

export const recoveryShown = z.object({
  ...stands,
  /** Whose it is. */
  agency: z.string(),
  opened: z.object({ by: z.string(), at: z.string() }),
  form: recoveryForm,
  /** Whether the persons are shown: to those whose work may need them. */
  persons: z.boolean(),
  versions: z.array(versionShown),
  examinations: z.array(examinationShown),
  near: z.array(near),
  remarks: z.array(remark),
})
export type RecoveryShown = z.infer<typeof recoveryShown>

export const recoveryListRequest = z.strictObject({
  status: z.enum(RECOVERY_KINDS).optional(),
  /** Those alone of whose minimum data set something is missing. */
  incomplete: z.boolean().default(false),
  after: z.int().min(0).max(1_000_000).default(0),
  limit: z.int().min(1).max(200).default(50),
  grounds,
})

export const recoveryList = z.object({
  recoveries: z.array(
    z.object({
      recovery: identifier,
      version: z.int(),
      agency: z.string(),
      status: z.enum(RECOVERY_KINDS),
      reference: z.string().nullable(),
      paper: z.string().nullable(),
      date: z.string().nullable(),
      place: z.string().nullable(),
      opened: z.object({ by: z.string(), at: z.string() }),
      exhibits: z.array(z.object({ exhibit: identifier, kind: z.enum(EXHIBIT_KINDS), number: z.string().nullable() })),
      completeness: z.int(),
    }),
  ),
  more: z.boolean(),
})
export type RecoveryList = z.infer<typeof recoveryList>

/** Asks again what others know of the exhibits of a recovery. */
export const recoveryAnswersRequest = z.strictObject({
  recovery: identifier,
  /** These alone; all where none is named. */
  exhibits: z.array(identifier).max(500).optional(),
  reference: shownReference.optional(),
  basis: legalBasis.default('firearms_act'),
  grounds,
})
export const recoveryAnswers = z.object({ recovery: identifier, answers: z.array(answer) })

/** What an examiner says of an exhibit; every field as in the form, and none of them over what the field said. */
export const examinedExhibit = recoveryExhibit
  .pick({
    stated: true,
    notKnown: true,
    marks: true,
    ammunition: true,
    description: true,
    typologies: true,
    condition: true,
  })
  .extend({ date: text(80).optional() })
export type ExaminedExhibit = z.output<typeof examinedExhibit>

/** `examination` is chosen by the client: what is sent twice is one examination. */
export const recoveryExamineRequest = z.strictObject({
  examination: identifier,
  exhibit: identifier,
  said: examinedExhibit,
  grounds,
})
export const recoveryExamined = z.object({ exhibit: identifier, number: z.int(), record: identifier.nullable() })

/** Says that two recoveries are reports of one incident, that they are not, or takes back what was said. */
export const recoveryJoinRequest = z.strictObject({
  recovery: identifier,
  other: identifier,
  verdict: z.enum(['same', 'different', 'withdrawn']),
  why: text(500).regex(/\S/),
  grounds,
})
export const recoveryJoined = z.object({ recovery: identifier, other: identifier, number: z.int() })

/** Draws numbers and prints forms that bear them, three items to a page. */
export const recoveryPaperRequest = z.strictObject({
  /** Chosen by the client: the same order sent again prints the same numbers. */
  order: identifier,
  forms: z.int().min(1).max(50),
  language: z.enum(['en', 'fr', 'ar', 'es']),
  agency: name.optional(),
})
