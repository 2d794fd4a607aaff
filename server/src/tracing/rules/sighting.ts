import type { EventKind } from '@proofmark/domain/event-kind'
import type { MarkState } from '@proofmark/domain/marking'
import type { LifeRecord } from './life-record.ts'

/** Events of which whoever wrote them down had the item before them, or saw it offered, outside its lawful course. */
const SEEN: ReadonlySet<EventKind> = new Set([
  'seizure',
  'find',
  'surrender',
  'examination',
  'ballistic-result',
  'shooting',
  'online-offer',
  'modification',
])

/** What the item itself shows of having become illicit: an offence in itself, or what it was made into. */
export type Trait = 'mark' | 'conversion' | 'reactivation'

const isArm = ({ rowKind }: LifeRecord): boolean => rowKind !== 'ammunition-lot' && rowKind !== 'consignment'

/** The states of the item's serials, as one record reads them. */
export const serialStates = ({ item }: LifeRecord): readonly MarkState[] =>
  item.marks.filter(({ kind, unread }) => kind === 'serial' && unread !== true).map(({ state }) => state)

/** Was a serial taken away or changed (Firearms Protocol, article 5)? Null where the record does not say so. */
export function spoiltMark(record: LifeRecord): 'obliterated' | 'altered' | null {
  if (!isArm(record)) return null
  const states = serialStates(record)
  if (states.includes('obliterated')) return 'obliterated'
  return states.includes('altered') ? 'altered' : null
}

export const isNeverMarked = (record: LifeRecord): boolean =>
  isArm(record) && serialStates(record).includes('never_marked')

/** What was seen of the item by those who met with it; what a register says of its own entries is no such sight. */
export function traitsOf(record: LifeRecord): readonly Trait[] {
  if (!SEEN.has(record.event) || !isArm(record)) return []
  const traits: Trait[] = spoiltMark(record) ? ['mark'] : []
  if (record.item.lethality === 'converted') traits.push('conversion')
  if (record.item.lethality === 'reactivated') traits.push('reactivation')
  return traits
}

/** Does the record say that it was made by hand, or privately? */
export const isCraftMade = (record: LifeRecord): boolean =>
  isArm(record) && (record.item.lethality === 'craft_produced' || record.item.lethality === 'privately_made')

/** Antique firearms were in no case made after this year (Firearms Protocol, article 3 (a)). */
const LAST_ANTIQUE_YEAR = 1899

/** Does the record date the item's making before 1900? Null where it gives no year. */
export const saysAntique = ({ item }: LifeRecord): boolean | null =>
  item.year === null ? null : item.year.to <= LAST_ANTIQUE_YEAR
