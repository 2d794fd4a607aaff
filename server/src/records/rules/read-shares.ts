import type { ReadWord } from '@proofmark/domain/item'
import type { ReadRow } from './read-row.ts'

const FIELDS = ['make', 'model', 'calibre', 'type', 'country'] as const

/** Of the assertions that state a field: how many, how many the tables read, how many of those as a name. */
export interface ReadShare {
  stated: number
  read: number
  named: number
}

/** By field; a field that nothing stated is not in it. */
export type ReadShares = Partial<Record<(typeof FIELDS)[number] | 'serial', ReadShare>>

function count(shares: ReadShares, field: keyof ReadShares, read: boolean, named: boolean): void {
  const share = shares[field] ?? { stated: 0, read: 0, named: 0 }
  shares[field] = share
  share.stated++
  if (read) share.read++
  if (named) share.named++
}

const isStated = ({ stated }: Pick<ReadWord, 'stated'>) => stated !== null && stated.trim() !== ''

/** Counts one assertion in. */
export function countReading(shares: ReadShares, { item }: Pick<ReadRow, 'item'>): void {
  const { serial } = item
  if (serial.stated.trim() !== '') count(shares, 'serial', serial.unread !== true, serial.norm !== null)
  for (const field of FIELDS)
    if (isStated(item[field])) count(shares, field, item[field].known, item[field].code !== null)
}

/** Adds what was counted elsewhere. */
export function addShares(shares: ReadShares, more: ReadShares): void {
  for (const [field, { stated, read, named }] of Object.entries(more) as [keyof ReadShares, ReadShare][]) {
    const share = shares[field] ?? { stated: 0, read: 0, named: 0 }
    shares[field] = { stated: share.stated + stated, read: share.read + read, named: share.named + named }
  }
}
