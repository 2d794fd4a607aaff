import { readsAlike } from './alike.ts'
import { type Balance, type ComparedItem, sumOfBits } from './balance.ts'
import { type Line, probability } from './line.ts'

/** A record that may be the firearm asked for, with the evidence so far. */
export interface Weighed {
  readonly item: ComparedItem
  /** The records of one entry are the same; another entry of a register that lists a firearm once is another firearm. */
  readonly entry: string
  /** The register that lists each firearm once; null where a source may speak of one firearm in several records. */
  readonly register: string | null
  readonly lines: readonly Line[]
}

export interface Ranked<Record> {
  readonly record: Record
  readonly lines: readonly Line[]
  /** That this record is of the firearm asked for, by what speaks for it alone. */
  readonly probability: number
  /** That the firearm of which it seems to be is the one, by the record of it for which most speaks. */
  readonly ofFirearm: number
  /** Of which firearm it seems to be: records that are no rivals of each other share the number. */
  readonly firearm: number
}

/** A record this many bits behind the best takes nothing from it that could be seen. */
const NEGLIGIBLE = 14
/** More records than these are not compared with each other: each of those behind them counts as a firearm of its own. */
const MOST_COMPARED = 40
/** A rival counts as fitting as well where it is at least this likely beside the record itself. */
const AS_WELL = 0.1
/** Rivals that together take less than this, in bits, are not worth a line. */
const LEAST_TAKEN = 0.02

interface Firearm<Record extends Weighed = Weighed> {
  readonly members: Record[]
  /** Odds of its best record. */
  readonly odds: number
  /** Takes nothing from those that are spared. */
  yields: boolean
  spared: boolean
}

/** The odds of the firearms that take from one, and how many of them fit about as well as something of these odds. */
function rivalry(firearms: readonly Firearm[], own: Firearm | null, ownOdds: number) {
  let [odds, count] = [0, 0]
  for (const firearm of firearms) {
    if (firearm === own || (own?.spared && firearm.yields)) continue
    odds += firearm.odds
    if (firearm.odds >= AS_WELL * ownOdds) count++
  }
  return { odds, count }
}

/** Numbers of one batch are an edit apart, so that two candidates are one firearm only where they read alike. */
function areOne(a: Weighed, b: Weighed, balance: Balance, prior: number): boolean {
  if (a.entry === b.entry) return true
  if (a.register !== null && a.register === b.register) return false
  const lines = balance.evidence(a.item, b.item)
  return readsAlike(lines) && prior + sumOfBits(lines) > 0
}

/** The records that seem to speak of one firearm, together: they bear each other out and are no rivals. */
function firearmsOf<Record extends Weighed>(
  best: readonly Record[],
  isOneWith: (a: Record, b: Record) => boolean,
): Firearm<Record>[] {
  const firearms: Firearm<Record>[] = []
  for (const [place, each] of best.entries()) {
    const isOne = (member: Record) => (place < MOST_COMPARED ? isOneWith(member, each) : member.entry === each.entry)
    const own = firearms.find(({ members }) => members.every(isOne))
    if (own) own.members.push(each)
    else firearms.push({ members: [each], odds: 2 ** sumOfBits(each.lines), yields: false, spared: false })
  }
  return firearms
}

export interface Ranking<Record> {
  /** Whether two of them are known to be one firearm, by whatever joined them. */
  readonly known?: (a: Record, b: Record) => boolean
  /** Records so many bits behind the best are not compared with it: a poor description of the firearm may be. */
  readonly within?: number
  /**
   * Which firearms take nothing from which: that of a record which yields, and of none that is spared, takes nothing from
   * that of a record which is spared. What yields is ranked itself as ever.
   */
  readonly yields?: (record: Record) => boolean
  readonly spared?: (record: Record) => boolean
}

/**
 * Ranks records by the probability that they are the firearm asked for, best first. Only one firearm can be it: what
 * speaks for another speaks against this one, and that is a line of its own, so that the bits of the lines still sum to
 * the odds. `prior` is that of one entry.
 */
export function rankByProbability<Record extends Weighed>(
  records: readonly Record[],
  balance: Balance,
  prior: Line,
  { known = () => false, within = NEGLIGIBLE, yields = () => false, spared = () => false }: Ranking<Record> = {},
): Ranked<Record>[] {
  const sums = new Map(records.map((record) => [record, sumOfBits(record.lines)] as const))
  const order = [...records].sort((a, b) => sums.get(b)! - sums.get(a)!)
  const most = order[0] ? sums.get(order[0])! : 0
  const best = order.filter((record) => sums.get(record)! > most - within)
  const firearms = firearmsOf(best, (a, b) => known(a, b) || areOne(a, b, balance, prior.bits))
  for (const firearm of firearms) {
    firearm.spared = firearm.members.some(spared)
    firearm.yields = !firearm.spared && firearm.members.some(yields)
  }
  const ofAll = rivalry(firearms, null, 0)
  const ofEach = new Map(
    firearms.flatMap((firearm, place) => {
      const rivals = { ...rivalry(firearms, firearm, firearm.odds), own: firearm.odds, place }
      return firearm.members.map((member) => [member, rivals] as const)
    }),
  )
  const ranked = order.map((record, at) => {
    const alone = { ...ofAll, own: 2 ** sums.get(record)!, place: at }
    const { odds, count, own, place: firearm } = ofEach.get(record) ?? alone
    const line: Line = {
      field: 'rivals',
      bits: -Math.log2(1 + odds),
      message: { id: 'evidence.rivals', parameters: { count } },
    }
    const lines = line.bits < -LEAST_TAKEN ? [...record.lines, line] : record.lines
    return { record, lines, probability: probability(lines), ofFirearm: own / (1 + own + odds), firearm }
  })
  return ranked.sort((a, b) => b.probability - a.probability)
}
