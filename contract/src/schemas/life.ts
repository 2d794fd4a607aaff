import { EVENT_KINDS } from '@proofmark/domain/event-kind'
import { PARTS } from '@proofmark/domain/marking'
import { ROW_KINDS } from '@proofmark/domain/row-kind'
import * as z from 'zod'
import {
  CONFIDENCES,
  CUSTODIANS,
  DIVERSION_KINDS,
  EXPLANATIONS,
  FINDING_RULES,
  type FindingRule,
  LIFE_STATUSES,
  OBLIGATIONS,
  RECORD_ROLES,
} from '../life-words.ts'
import { LINK_LEVELS } from '../link-levels.ts'
import { TRACE_CLOCKS, TRACE_DIRECTIONS, TRACE_STATES } from '../trace-words.ts'
import { grounds, identifier } from './common.ts'
import { waiting } from './oversight.ts'

export const lifeShowRequest = z.strictObject({ record: identifier, grounds })

const day = z.string().nullable()
/** The days between two, both included; null where there is no bound. */
const days = z.object({ from: day, to: day })

/** How a record came to the item: asked for, or by links that persons judged, or by a model's link alone. */
const link = z.enum(['self', 'confirmed', 'working'])

const recordReference = z.object({ record: identifier, source: z.string(), key: z.string() })
export type RecordReference = z.infer<typeof recordReference>

/** What may explain the same records; the weights order leads, and with that of the main kind they sum to 1. */
const alternatives = z.array(z.object({ kind: z.enum(EXPLANATIONS), weight: z.number().min(0).max(1) }))

export const lifeEvent = z.object({
  ...recordReference.shape,
  kind: z.enum(EVENT_KINDS),
  from: day,
  to: day,
  until: days,
  reported: days,
  agency: z.string(),
  place: z.string().nullable(),
  rowKind: z.enum(ROW_KINDS),
  link,
  /** What the chain of links to the record that was asked for is good for. */
  level: z.enum(LINK_LEVELS),
  /** What the record does in this life. */
  role: z.enum(RECORD_ROLES),
  /** In whose hands it shows the item; null where it shows nobody's. */
  custodian: z.enum(CUSTODIANS).nullable(),
  /** Records of this life that it contradicts. */
  contradicts: z.array(identifier),
})
export type LifeEvent = z.infer<typeof lifeEvent>

/** The item left lawful hands after `from` and by the end of `to`: the window surely holds that moment. */
export const diversion = z.object({
  from: day,
  to: day,
  /** Where the last lawful custody was, unless a record says otherwise; as stated. */
  place: z.string().nullable(),
  kind: z.enum(DIVERSION_KINDS),
  confidence: z.enum(CONFIDENCES),
  records: z.array(recordReference),
  /** The main kind first. */
  alternatives,
  /** Does it rest on links that named persons judged? Else it may alert, and enters no trace and no court document. */
  confirmed: z.boolean(),
})
export type LifeDiversion = z.infer<typeof diversion>

export const finding = z.object({
  rule: z.enum(Object.keys(FINDING_RULES) as [FindingRule, ...FindingRule[]]),
  text: z.string(),
  records: z.array(recordReference),
  obligation: z.object({ id: z.enum(OBLIGATIONS), text: z.string() }),
  alternatives,
  confirmed: z.boolean(),
  /** To the officer who oversees a custodian that it speaks against, as long as it waits for them; to nobody else. */
  oversight: z.array(waiting),
  /** What those who oversee the custodians said of it when they passed it on. */
  notes: z.array(z.object({ custodian: z.string(), text: z.string() })),
})
export type LifeFinding = z.infer<typeof finding>

/** Lawful hands, as far as records prove them. */
export const custodySpan = z.object({
  custodian: z.enum(CUSTODIANS),
  place: z.string().nullable(),
  /** Proven from the first of these days to the last. */
  from: day,
  to: day,
  /** The day of whatever ended it or came next on record; null: nothing since. */
  until: day,
  records: z.array(recordReference),
})

const firearmTrace = z.object({
  id: identifier,
  direction: z.enum(TRACE_DIRECTIONS),
  state: z.enum(TRACE_STATES),
  /** The state in words. */
  said: z.string(),
  /** With whom it is: a partner, or an agency of this state. */
  partner: z.string().nullable(),
  country: z.string().nullable(),
  openedAt: z.string(),
  /** What is due next, or has passed; null where nothing is. */
  due: z.object({ clock: z.enum(TRACE_CLOCKS), said: z.string(), due: z.string(), over: z.boolean() }).nullable(),
})

export const lifeShow = z.object({
  record: identifier,
  /** The smallest identifier of a record of the item that this reader may see: a name of the moment, never to be kept. */
  item: identifier,
  status: z.enum(LIFE_STATUSES),
  events: z.array(lifeEvent),
  diversions: z.array(diversion),
  findings: z.array(finding),
  custody: z.array(custodySpan),
  /** Between the end of one lawful custody and whatever is known next. */
  gaps: z.array(z.object({ from: z.string(), to: z.string(), records: z.array(recordReference) })),
  lastLawfulCustody: custodySpan.nullable(),
  /** Reports that are taken as one recovery: because a person judged so, or because several services tell of one day. */
  recoveries: z.array(
    z.object({ from: day, to: day, taken: z.enum(['alone', 'judged', 'assumed']), records: z.array(recordReference) }),
  ),
  /** Days from the last lawful transfer to the crime; where it ends at the recovery it is time-to-recovery. */
  timesToCrime: z.array(
    z.object({
      name: z.enum(['time-to-crime', 'time-to-recovery']),
      anchor: z.object({ kind: z.enum(['last-lawful-transfer', 'import']), ...recordReference.shape, ...days.shape }),
      end: z.object({ ...recordReference.shape, ...days.shape }),
      least: z.number().int(),
      most: z.number().int(),
    }),
  ),
  components: z.array(
    z.object({
      ...recordReference.shape,
      part: z.enum(PARTS),
      /** bears: that record's item bears a part of this one; borne: this item bears a part of that one; shared: one part was seen on both. */
      direction: z.enum(['bears', 'borne', 'shared']),
      judged: z.enum(['confirmed', 'working']),
    }),
  ),
  lot: z.array(recordReference),
  undecided: z.array(z.object({ ...recordReference.shape, probability: z.number().min(0).max(1) })),
  /** Requests of the reader’s agency about this firearm, the last first; none for whoever may not see requests. */
  traces: z.array(firearmTrace),
})
export type LifeShow = z.infer<typeof lifeShow>
