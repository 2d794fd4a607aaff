import type { EventKind } from '@proofmark/domain/event-kind'
import { type Bounds, boundsOf, firstOf } from './bounds.ts'
import { rankOf } from './event-traits.ts'
import type { LifeRecord } from './life-record.ts'

interface Placed {
  readonly event: EventKind
  readonly bounds: Bounds
  readonly records: readonly LifeRecord[]
}

/** By which records that nothing else tells apart stand in order: alike in every installation, as far as names are. */
export const placeInFile = ({ source, key, record }: Pick<LifeRecord, 'source' | 'key' | 'record'>): string =>
  [source.name, key, record].join('\0')

export const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** By the last day on which it can have happened, as far as one text can say. */
function placeInTime(record: LifeRecord): string {
  const { earliest, latest } = boundsOf(record)
  return [latest, earliest, placeInFile(record)].join('\0')
}

export const byDay = (one: LifeRecord, other: LifeRecord): number => compareTexts(placeInTime(one), placeInTime(other))

function orderKey({ event, bounds, records }: Placed): string {
  const rank = String(rankOf(event)).padStart(2, '0')
  return [rank, bounds.earliest, bounds.latest, ...records.slice(0, 1).map(placeInFile)].join('\0')
}

/**
 * Puts what happened in order. What surely came before comes before; where dates leave it open, the usual course of
 * things decides (a sale before a theft, a theft before a recovery, a recovery before a return), so that no story is
 * made worse than its records make it. What has no date at all stands where the usual course puts it. The order is a
 * function of the set, not of arrival.
 */
export function inOrder<Each extends Placed>(all: readonly Each[]): Each[] {
  const waiting = all
    .map((each) => ({ each, key: orderKey(each) }))
    .sort((one, other) => compareTexts(one.key, other.key))
    .map(({ each }) => each)
  const placed: Each[] = []
  while (waiting.length > 0) {
    // Whatever begins after something else has ended must wait for it; the one that ends first never waits.
    const firstEnd = firstOf(waiting.map(({ bounds }) => bounds.latest))
    const next = waiting.findIndex(({ bounds }) => bounds.earliest <= firstEnd)
    placed.push(...waiting.splice(Math.max(next, 0), 1))
  }
  return placed
}
