import {
  CUSTODY_ENDS,
  type CustodyBreak,
  type CustodyGrade,
  type CustodyPurpose,
} from '@proofmark/contract/custody-words'
import { type ChainEvent, type CustodyParty, isSameParty } from './custody-event.ts'

export interface JudgedEvent {
  readonly id: string
  readonly number: number
  readonly purpose: CustodyPurpose
  readonly from: CustodyParty | null
  readonly to: CustodyParty | null
  /** A moment; a day where no hour was stated; null where no day was either. */
  readonly at: string | null
  readonly sealIn: string | null
  readonly sealOut: string | null
  readonly grade: CustodyGrade
}

export interface FoundBreak {
  readonly event: string
  readonly number: number
  readonly code: CustodyBreak
}

/** How custody stands after the last event. */
export interface Standing {
  /** Exactly one until custody has ended, and nobody thereafter. */
  readonly custodian: CustodyParty | null
  readonly ended: CustodyPurpose | null
  readonly storage: string | null
  readonly seal: string | null
  /** What was offered and is not yet answered. */
  readonly open: ChainEvent | null
}

export interface JudgedChain extends Standing {
  readonly events: readonly JudgedEvent[]
  readonly breaks: readonly FoundBreak[]
  readonly unbroken: boolean
}

/** How far clocks may be apart before it is said. */
export const CLOCK_SLACK_MS = 5 * 60_000

const isEnd = ({ purpose, number }: ChainEvent): boolean =>
  CUSTODY_ENDS.some((end) => end === purpose) || (purpose === 'join' && number > 1)

const isAccepted = ({ answer }: ChainEvent): boolean => answer?.verdict === 'accepted'

/** Did the exhibit change hands by it? What is merely offered stays where it is. */
const isEffective = (event: ChainEvent): boolean => event.told !== 'giver' || isAccepted(event)

function gradeOf(event: ChainEvent): CustodyGrade {
  const { told, signed, witnessed, answer } = event
  if (told === 'paper') return witnessed ? 'paper_witnessed' : 'one_sided'
  if (told === 'begin' || told === 'keeper') return signed ? 'passkeys' : 'sessions'
  if (!isAccepted(event)) return 'one_sided'
  return signed && answer?.signed === true ? 'passkeys' : 'sessions'
}

/** The seal that it bears after the event: what the receiver found goes before what the giver said. */
const sealAfter = ({ sealOut, told, answer }: ChainEvent): string | null =>
  told === 'giver' && answer?.verdict === 'accepted' ? answer.seal : sealOut

const apart = (one: string, other: string): number => Math.abs(Date.parse(one) - Date.parse(other))
const isAfter = (one: string, other: string, slack = 0): boolean => Date.parse(one) > Date.parse(other) + slack

/** Do the clocks contradict each other? Nothing is said after it was written down, and no answer before the question. */
function clocksDisagree({ saidAt, deviceAt, recordedAt, answer }: ChainEvent): boolean {
  const wrong = (said: string, device: string | null, recorded: string) =>
    isAfter(said, recorded, CLOCK_SLACK_MS) || (device !== null && apart(device, recorded) > CLOCK_SLACK_MS)
  if (wrong(saidAt, deviceAt, recordedAt)) return true
  if (answer === null) return false
  return (
    wrong(answer.saidAt, answer.deviceAt, answer.recordedAt) ||
    (answer.verdict === 'accepted' && isAfter(saidAt, answer.saidAt, CLOCK_SLACK_MS))
  )
}

function sealBreaks(event: ChainEvent, standing: Standing, first: boolean): CustodyBreak[] {
  const { sealIn, sealOut, resealed, told, answer } = event
  const found: CustodyBreak[] = []
  const compare = (before: string | null, after: string | null) => {
    if (before !== after) found.push(after === null ? 'seal_missing' : 'seal_changed')
  }
  if (!first) compare(standing.seal, sealIn)
  if (!first && resealed === null) compare(sealIn, sealOut)
  if (told === 'giver' && answer?.verdict === 'accepted') compare(sealOut, answer.seal)
  return found
}

interface Walk extends Standing {
  /** Who had it before. */
  readonly former: readonly CustodyParty[]
  readonly begun: string | null
  readonly latest: string | null
}

/** Whoever keeps the place in which it lies may hand it out, whichever of them put it there. */
function holds({ custodian, storage }: Standing, from: CustodyParty): boolean {
  if (custodian === null) return false
  if (isSameParty(custodian, from)) return true
  return storage !== null && custodian.agency !== null && custodian.agency === from.agency
}

function custodyBreaks(event: ChainEvent, walk: Walk): CustodyBreak[] {
  const { told, from, number } = event
  const found: CustodyBreak[] = []
  if (walk.begun === null) {
    if (told !== 'begin' || number !== 1) found.push('gap')
  } else if (told === 'begin' || from === null || !holds(walk, from)) {
    const twice = from !== null && walk.custodian !== null && walk.former.some((each) => isSameParty(each, from))
    found.push(twice ? 'two_custodians' : 'gap')
  }
  if (told === 'giver' && !isAccepted(event)) found.push('not_accepted')
  if (gradeOf(event) === 'one_sided' && told !== 'giver') found.push('one_sided')
  return found
}

function timeBreaks(event: ChainEvent, { begun, latest }: Walk): CustodyBreak[] {
  const found: CustodyBreak[] = []
  if (begun !== null && isAfter(begun, event.saidAt)) found.push('before_recovery')
  if (latest !== null && isAfter(latest, event.saidAt)) found.push('out_of_order')
  if (clocksDisagree(event)) found.push('clocks_disagree')
  return found
}

function after(event: ChainEvent, walk: Walk): Walk {
  const times = {
    begun: walk.begun ?? event.saidAt,
    latest: walk.latest !== null && isAfter(walk.latest, event.saidAt) ? walk.latest : event.saidAt,
  }
  const open = event.told === 'giver' && event.answer === null ? event : null
  if (walk.ended !== null || !isEffective(event)) {
    // Whatever a chain begins with, somebody has it: of what was merely offered, its giver.
    const holder = walk.ended === null ? (walk.custodian ?? event.from ?? event.to) : null
    return { ...walk, ...times, open, custodian: holder }
  }
  const seal = sealAfter(event)
  if (isEnd(event)) return { ...walk, ...times, open, seal, custodian: null, ended: event.purpose, storage: null }
  const keeps = event.told === 'keeper' && walk.custodian !== null
  const custodian = keeps ? walk.custodian : event.told === 'giver' ? (event.answer?.by ?? event.to) : event.to
  const storage = event.told === 'giver' ? (event.answer?.storage ?? null) : event.storage
  const former = keeps || walk.custodian === null ? walk.former : [...walk.former, walk.custodian]
  return {
    ...walk,
    ...times,
    open,
    seal,
    former,
    custodian: custodian ?? event.from,
    storage: keeps ? (storage ?? walk.storage) : storage,
  }
}

/**
 * Reads the events of an exhibit in the order of their numbers: who has it, and where the chain is broken (ISO/IEC 27037,
 * 5.4.1; DOMAIN 2.14). A break is found anew each time from what was said; nothing said later takes it away but the
 * answer of the other side to that very event.
 */
export function judgeChain(events: readonly ChainEvent[]): JudgedChain {
  let walk: Walk = {
    ...{ custodian: null, ended: null, storage: null, seal: null, open: null },
    ...{ former: [], begun: null, latest: null },
  }
  const judged: JudgedEvent[] = []
  const breaks: FoundBreak[] = []
  for (const event of events) {
    const { id, number, purpose, from, to, saidAt, statedDay, sealIn } = event
    const missed = number !== judged.length + 1 && walk.begun !== null ? (['gap'] as const) : []
    const codes = [
      ...missed,
      ...custodyBreaks(event, walk),
      ...sealBreaks(event, walk, walk.begun === null),
      ...timeBreaks(event, walk),
    ]
    for (const code of new Set<CustodyBreak>(codes)) breaks.push({ event: id, number, code })
    const receiver = event.told === 'giver' && isAccepted(event) ? (event.answer?.by ?? to) : to
    judged.push({
      id,
      number,
      purpose,
      from,
      to: receiver,
      at: statedDay === undefined ? saidAt : statedDay,
      sealIn,
      sealOut: sealAfter(event),
      grade: gradeOf(event),
    })
    walk = after(event, walk)
  }
  const { custodian, ended, storage, seal, open } = walk
  return { custodian, ended, storage, seal, open, events: judged, breaks, unbroken: breaks.length === 0 }
}
