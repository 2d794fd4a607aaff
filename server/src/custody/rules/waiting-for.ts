import { fitsForPointer, type PointedItem } from '../../linkage/rules/fits-for-pointer.ts'

/** What is compared of an exhibit: its record, or that of what it was taken off. */
export interface ComparedExhibit {
  readonly id: string
  readonly record: string | null
  readonly item: PointedItem | null
}

/** What an open request is about: a record, or what it says of a firearm that no record bears. */
export interface TracedItem extends PointedItem {
  readonly record: string | null
  /** It stands in a silent source. */
  readonly silent: boolean
}

/** An open request that the keeper may not see. */
export interface HiddenRequest {
  readonly id: string
  readonly agency: string
  readonly items: readonly TracedItem[]
}

/** Who waits for an exhibit, by which requests; what rests on silent sources alone apart from the rest. */
export interface Waiter {
  readonly agency: string
  readonly silent: boolean
  readonly requests: readonly string[]
}

/**
 * Who waits for this exhibit: whoever asked about its own record, or about something of the same mark which nothing contradicts. By
 * the rule of pointers and no probability: what is held must not tell by degrees what a hidden record says.
 */
export function waitingFor({ record, item }: ComparedExhibit, requests: readonly HiddenRequest[]): Waiter[] {
  const about = (traced: TracedItem) =>
    (record !== null && traced.record === record) || (item !== null && fitsForPointer(item, traced))
  const waiting = requests.flatMap(({ id, agency, items }) => {
    const meant = items.filter(about)
    return meant.length === 0 ? [] : [{ id, agency, silent: meant.every(({ silent }) => silent) }]
  })
  const waiters = Map.groupBy(waiting, ({ agency, silent }) => `${agency} ${silent}`)
  return [...waiters.values()].map((of) => ({
    agency: of[0]!.agency,
    silent: of[0]!.silent,
    requests: of.map(({ id }) => id).sort(),
  }))
}
