import type { BoardList, TraceDirection, TraceState } from '@proofmark/contract/trace-words'
import { isNear, isOverdue, isToEscalate, type RunningClock } from './clocks.ts'
import { awaits, isAnswered } from './state-machine.ts'

export interface OnBoard {
  readonly direction: TraceDirection
  readonly state: TraceState
  readonly openedBy: string | null
  readonly clocks: readonly RunningClock[]
}

/** The lists of the board on which an open request stands, for this reader: it may stand on several. */
export function listsOf({ direction, state, openedBy, clocks }: OnBoard, reader: string): BoardList[] {
  const lists: BoardList[] = []
  if (direction === 'incoming') lists.push('incoming')
  if (openedBy === reader && direction === 'outgoing') lists.push('mine')
  if (awaits(state, direction) === 'them') lists.push('waiting')
  if (isNear(clocks)) lists.push('near')
  if (isOverdue(clocks)) lists.push('overdue')
  if (isToEscalate(clocks)) lists.push('escalated')
  if (direction === 'outgoing' && isAnswered(state)) lists.push('answered')
  return lists
}

/** What is due first comes first; of what has no deadline, the older. */
export function dueFirst<Each extends OnBoard & { readonly id: string; readonly openedAt: Date }>(
  one: Each,
  other: Each,
): number {
  const due = ({ clocks }: OnBoard) =>
    Math.min(
      ...clocks.filter(({ clock }) => clock === 'answer' || clock === 'acknowledge').map((each) => each.due.getTime()),
    )
  const [first, second] = [due(one), due(other)]
  if (first !== second) return first < second ? -1 : 1
  return one.openedAt.getTime() - other.openedAt.getTime() || (one.id < other.id ? -1 : 1)
}
