import { SUPPLY_MOVES, type SupplyKind, type SupplyMark } from '@proofmark/contract/supply-words'
import type { EventKind } from '@proofmark/domain/event-kind'
import { type Bounds, daysOf, surelyBefore } from './bounds.ts'
import { rankOf } from './event-traits.ts'
import { courseOf, type Happening } from './happenings.ts'
import { judgeLife } from './judge-life.ts'
import type { Days, LifeFacts, LifeRecord } from './life-record.ts'
import type { CustodySpan } from './spans.ts'

/** One thing that records say of how the firearm came into hands, or left lawful ones. */
export interface SupplyAct {
  readonly kind: SupplyKind
  readonly days: Days
  readonly records: readonly LifeRecord[]
  /** Null where it is none of the last. */
  readonly mark: SupplyMark | null
  /** The days of the recovery that it was the last before; null where none is on record. */
  readonly recovered: Days | null
}

/** What records say of the supply of one firearm. */
export interface SupplyLine {
  /** The latest before the last recovery first; behind them what came after it. */
  readonly acts: readonly SupplyAct[]
  /** The last lawful hands before it left them, where they are not those of an authority that recovered it. */
  readonly lastHands: CustodySpan | null
}

const KIND_OF: Partial<Readonly<Record<EventKind, SupplyKind>>> = {
  manufacture: 'made',
  'export-licence': 'export_licensed',
  'import-licence': 'import_licensed',
  export: 'exported',
  transit: 'in_transit',
  import: 'imported',
  delivery: 'delivered',
  transfer: 'sold',
  allocation: 'issued',
  return: 'returned',
  deactivation: 'deactivated',
  'trace-result': 'answered',
  registration: 'registered',
  stocktaking: 'in_stock',
  theft: 'stolen',
  loss: 'lost',
  'loss-or-theft': 'lost_or_stolen',
}

const LICENCES: ReadonlySet<EventKind> = new Set<EventKind>(['export-licence', 'import-licence'])
const MOVES: ReadonlySet<SupplyKind> = new Set(SUPPLY_MOVES)

/** What a happening says of supply; null where nothing. Dispatch of many items puts none of them into anybody's hands. */
export function supplyKindOf({ event, role }: Pick<Happening, 'event' | 'role'>): SupplyKind | null {
  if (role === 'permission' && !LICENCES.has(event)) return 'consigned'
  return KIND_OF[event] ?? null
}

const isMove = (happening: Happening): boolean => {
  const kind = supplyKindOf(happening)
  return kind !== null && MOVES.has(kind) && happening.role === 'custody'
}

/** By the usual course of things one comes after the other where their days leave it open; two of one kind do not. */
function comesBefore(one: Happening, other: Happening): boolean {
  if (surelyBefore(one.bounds, other.bounds)) return true
  return !surelyBefore(other.bounds, one.bounds) && rankOf(one.event) < rankOf(other.event)
}

/** Did a person, and not a model alone, join one of its records to the firearm that was asked about? */
const isJudged = ({ records }: Happening): boolean => records.some(({ link }) => link !== 'working')

/**
 * Those of these moves that can be the last before a day: none of which is followed by another that surely was before it and
 * is as well joined to the firearm. It is certain where one alone can be, and surely was before.
 */
export function lastMoves(
  moves: readonly Happening[],
  end: Bounds | null,
): { readonly moves: readonly Happening[]; readonly certain: boolean } {
  const isBefore = ({ bounds }: Happening): boolean => end === null || surelyBefore(bounds, end)
  const could = moves.filter(
    (one) =>
      !moves.some(
        (other) => other !== one && isBefore(other) && comesBefore(one, other) && (isJudged(other) || !isJudged(one)),
      ),
  )
  return { moves: could, certain: could.length === 1 && could.every(isBefore) }
}

type Marks = ReadonlyMap<Happening, Pick<SupplyAct, 'mark' | 'recovered'>>

/** Before each recovery, the last supply since the one before it; where no recovery is on record, the latest. */
function marksOf(happenings: readonly Happening[]): Marks {
  const marks = new Map<Happening, Pick<SupplyAct, 'mark' | 'recovered'>>()
  const ends = happenings.flatMap(({ role }, at) => (role === 'recovery' ? [at] : []))
  if (ends.length === 0) {
    const { moves, certain } = lastMoves(happenings.filter(isMove), null)
    for (const move of moves) marks.set(move, { mark: certain ? 'latest' : 'may_be_latest', recovered: null })
    return marks
  }
  let from = 0
  for (const at of ends) {
    const { bounds } = happenings[at]!
    const { moves, certain } = lastMoves(happenings.slice(from, at).filter(isMove), bounds)
    for (const move of moves) marks.set(move, { mark: certain ? 'last' : 'may_be_last', recovered: daysOf(bounds) })
    from = at + 1
  }
  return marks
}

/** The latest before the last recovery first, then what came after it; where there is no recovery, the latest first. */
function inTelling(happenings: readonly Happening[]): Happening[] {
  const end = happenings.findLastIndex(({ role }) => role === 'recovery')
  const before = end < 0 ? happenings : happenings.slice(0, end)
  return [...[...before].reverse(), ...(end < 0 ? [] : happenings.slice(end + 1).reverse())]
}

/**
 * What the records of one firearm say of its supply: a function of the records alone, by the order and the lawful hands that
 * its life is judged by. What speaks against a custodian is left out, as in a request: it is for its oversight first.
 */
export function supplyLine(facts: LifeFacts): SupplyLine {
  const { happenings } = courseOf(facts.records, facts.recoveries)
  const marks = marksOf(happenings)
  const acts = inTelling(happenings).flatMap((happening): SupplyAct[] => {
    const kind = supplyKindOf(happening)
    if (kind === null) return []
    const { mark, recovered } = marks.get(happening) ?? { mark: null, recovered: null }
    return [{ kind, days: daysOf(happening.bounds), records: happening.records, mark, recovered }]
  })
  const { lastLawfulCustody: hands } = judgeLife(facts, ({ oversight }) => oversight !== null)
  return { acts, lastHands: hands === null || hands.custodian === 'state_custody' ? null : hands }
}
