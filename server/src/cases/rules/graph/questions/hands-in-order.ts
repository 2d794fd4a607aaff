import type { Relation } from '@proofmark/contract/case-words'
import type { EventKind } from '@proofmark/domain/event-kind'
import { isSomebody, kindOf, type NodeName } from '../node.ts'
import { otherEnd, type Tied } from '../tied.ts'
import { pathOf } from './belonging.ts'
import type { Asked, Finding } from './question.ts'

/** What a record of a firearm says happened to it. */
export interface RecordedEvent {
  readonly record: string
  readonly source: string
  readonly key: string
  readonly event: EventKind
  readonly fromDay: string | null
  readonly toDay: string | null
}

/** By which a firearm is in somebody's hands or goes through them. */
const HANDS: ReadonlySet<Relation> = new Set<Relation>([
  ...(['possessed', 'owns', 'uses', 'registered_to', 'carried', 'stole', 'recovered_from'] as const),
  ...(['bought', 'sold', 'supplied', 'passed_to', 'sent', 'received', 'ordered', 'imported', 'exported'] as const),
  ...(['made', 'converted'] as const),
])

/** What happened to a firearm where it came into hands, lay in them or left them; a permission is in nobody's hands. */
const EVENTS: ReadonlySet<EventKind> = new Set<EventKind>([
  ...(['manufacture', 'import', 'export', 'transit', 'delivery', 'transfer', 'registration', 'allocation'] as const),
  ...(['stocktaking', 'theft', 'loss', 'loss-or-theft', 'seizure', 'find', 'surrender', 'return'] as const),
  ...(['deactivation', 'destruction'] as const),
])

type Dated = Pick<Tied, 'fromDay' | 'toDay'>
type Hand = Omit<Finding, 'order'> & Dated

const isDated = ({ fromDay, toDay }: Dated) => fromDay !== null || toDay !== null
const first = ({ fromDay, toDay }: Dated): string => fromDay ?? toDay ?? ''
const last = ({ fromDay, toDay }: Dated): string => toDay ?? fromDay ?? ''
const byDays = (one: Hand, other: Hand) =>
  first(one) < first(other) ? -1 : first(one) > first(other) ? 1 : last(one) < last(other) ? -1 : 1

/** Did it begin after everything before it had surely ended? What is known of one side alone settles nothing. */
function isAfterAll({ fromDay }: Dated, before: readonly Dated[]): boolean {
  return fromDay !== null && before.every(({ toDay }) => toDay !== null && toDay < fromDay)
}

function handsOf(firearm: NodeName, { ties }: Asked, events: readonly RecordedEvent[]): Finding[] {
  const said = ties.flatMap((tie): Hand[] => {
    if (!HANDS.has(tie.relation) || (tie.from !== firearm && tie.to !== firearm)) return []
    const hand = otherEnd(tie, firearm)
    if (!isSomebody(kindOf(hand))) return []
    const { fromDay, toDay } = tie
    const paths = [pathOf([{ from: tie.from, to: tie.to, tie }])]
    return [{ message: `connect.relation.${tie.relation}`, values: {}, nodes: [hand], paths, fromDay, toDay }]
  })
  const recorded = events
    .filter(({ event }) => EVENTS.has(event))
    .map(({ record, event, fromDay, toDay }): Hand => {
      const message = `word.event.${event}`
      return { message, values: {}, nodes: [firearm], paths: [], records: [record], fromDay, toDay }
    })
  const all = [...said, ...recorded]
  const dated = all.filter(isDated).sort(byDays)
  return [
    ...dated.map((hand, at): Finding => {
      const isAfter = isAfterAll(hand, dated.slice(0, at))
      return { ...hand, order: isAfter || at === 0 ? 'after' : 'unsettled' }
    }),
    ...all.filter((hand) => !isDated(hand)).map((hand): Finding => ({ ...hand, order: 'undated' })),
  ]
}

/**
 * Through whose hands these firearms passed, each in the order of days: what records say happened to it, and who people said
 * had it. `unsettled`: it may have been before something that stands above it, or with it. What has no day comes last and
 * stands in no order. Nothing says that whoever comes next had it from whoever comes before.
 */
export const handsInOrder = (
  nodes: readonly NodeName[],
  asked: Asked,
  events: ReadonlyMap<NodeName, readonly RecordedEvent[]>,
): Finding[] =>
  nodes
    .filter((node) => kindOf(node) === 'firearm')
    .flatMap((firearm) => handsOf(firearm, asked, events.get(firearm) ?? []))
