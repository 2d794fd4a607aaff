import type { FoundCandidate } from '@proofmark/contract/schemas/find'

/** The candidates that are of one firearm: the best of them, and the others as they came. */
export interface FoundFirearm {
  readonly item: string
  readonly lead: FoundCandidate
  readonly others: readonly FoundCandidate[]
}

/** The firearms of which the candidates are, in the order of the best candidate of each. */
export function firearmsOf(candidates: readonly FoundCandidate[]): FoundFirearm[] {
  return [...Map.groupBy(candidates, ({ item }) => item)].flatMap(([item, [lead, ...others]]) =>
    lead ? [{ item, lead, others }] : [],
  )
}

export const recordsOf = ({ lead, others }: FoundFirearm): readonly FoundCandidate[] => [lead, ...others]

/** The record by which a firearm is described: its best one, or where that names no make the best that does. */
export function describedBy(firearm: FoundFirearm): FoundCandidate {
  const names = ({ read: { make } }: FoundCandidate) => make.name !== null || make.stated !== null
  return recordsOf(firearm).find(names) ?? firearm.lead
}

/** What is known to have befallen a firearm, in the order in which it is told. */
const TOLD = ['theft', 'loss', 'loss-or-theft', 'find', 'surrender', 'seizure', 'destruction'] as const

export interface Told {
  readonly event: (typeof TOLD)[number]
  /** When, earliest first, each once; what has no date comes last. */
  readonly dates: readonly FoundCandidate['date'][]
}

const dayOf = ({ from, to }: FoundCandidate['date']) => from ?? to ?? '\uFFFF'
function compareDays(a: FoundCandidate['date'], b: FoundCandidate['date']): number {
  const [one, other] = [dayOf(a), dayOf(b)]
  if (one === other) return 0
  return one < other ? -1 : 1
}
const textOf = ({ from, to }: FoundCandidate['date']) => `${from} ${to}`

/** In hundredths: what differs by less is shown as the same probability. */
const shownAs = ({ probability }: FoundCandidate) => Math.floor(probability * 100)

/** The other records of a firearm as they are listed: the likelier before, those shown as equally likely by their days. */
export function othersInOrder({ others }: FoundFirearm): FoundCandidate[] {
  return others.toSorted((a, b) => shownAs(b) - shownAs(a) || compareDays(a.date, b.date))
}

/** How a firearm was lost, and where it turned up again, by the records in hand. */
export function toldOf(firearm: FoundFirearm): Told[] {
  const records = recordsOf(firearm)
  return TOLD.flatMap((event) => {
    const dates = records.filter((each) => each.event === event).map(({ date }) => date)
    if (dates.length === 0) return []
    const once = [...new Map(dates.map((date) => [textOf(date), date])).values()]
    return [{ event, dates: once.sort(compareDays) }]
  })
}

/** A share of the probability that is large enough to be drawn. */
const DRAWN = 0.02
/** From here on another firearm is a rival that has to be told before anything else. */
const RIVAL = 0.05

/** How firearms share the probability: the shares of the first ones, in their order, and what is left for all others. */
export interface Shares {
  readonly shares: readonly number[]
  readonly rest: number
}

/**
 * How the firearms share the probability, where more than one has some. Null where there is none to share: one of them
 * has all of it, or those that links keep apart read so alike that the balance took them for one and for no rivals.
 */
export function sharesOf(firearms: readonly FoundFirearm[]): Shares | null {
  const all = firearms.map(({ lead }) => lead.probability)
  const whole = all.reduce((sum, each) => sum + each, 0)
  if (whole > 1 + 1e-6 || all.filter((each) => each >= RIVAL).length < 2) return null
  const shares = all.filter((each) => each >= DRAWN)
  return { shares, rest: Math.max(0, 1 - shares.reduce((sum, each) => sum + each, 0)) }
}

/** The records of one's own by which others can be asked: of those with one number the best alone. */
export function ownRecordsOf(firearm: FoundFirearm): FoundCandidate[] {
  const own = recordsOf(firearm).filter((each) => each.own)
  return own.filter(({ read }, place) => own.findIndex((each) => each.read.serial.norm === read.serial.norm) === place)
}
