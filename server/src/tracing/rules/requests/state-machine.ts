import type { ReplyKind, TraceDirection, TraceSide, TraceState } from '@proofmark/contract/trace-words'

const ANSWERS = [
  'answered_full',
  'answered_partial',
  'answered_negative',
  'refused',
  'delayed',
] as const satisfies readonly TraceState[]

type Moves = Readonly<Partial<Record<TraceSide, readonly TraceState[]>>>

/** While the answering side has not answered, it may say any of these. */
const UNANSWERED: readonly TraceState[] = ['information_requested', ...ANSWERS]
const ENDING: readonly TraceState[] = ['withdrawn', 'expired']
/** A reply may be followed by a better one, or by one that corrects it. */
const ANSWERED: Moves = { asker: ['next_hop', 'closed'], answerer: ANSWERS }

/** Who may move a request from where to where (DOMAIN 4.9). Nothing else is a move. */
const MOVES: Readonly<Record<TraceState, Moves>> = {
  draft: { asker: ['validated', 'withdrawn'] },
  validated: { asker: ['draft', 'domestic_search', 'foreign_prepared', 'withdrawn'] },
  domestic_search: { asker: ['domestic_resolved', 'foreign_prepared', 'sent', 'withdrawn'] },
  domestic_resolved: { asker: ['foreign_prepared', 'closed'] },
  foreign_prepared: { asker: ['draft', 'sent', 'withdrawn'] },
  sent: { asker: ENDING, answerer: ['acknowledged', ...UNANSWERED] },
  acknowledged: { asker: ENDING, answerer: UNANSWERED },
  information_requested: { asker: ['information_supplied', ...ENDING], answerer: ANSWERS },
  information_supplied: { asker: ENDING, answerer: UNANSWERED },
  delayed: { asker: [...ENDING, 'closed'], answerer: UNANSWERED },
  answered_full: ANSWERED,
  answered_partial: ANSWERED,
  answered_negative: ANSWERED,
  refused: ANSWERED,
  next_hop: { asker: ['closed'], answerer: ANSWERS },
  closed: { asker: ['reopened'] },
  withdrawn: { asker: ['reopened'] },
  // What comes late is not lost.
  expired: { asker: ['reopened', 'closed'], answerer: ANSWERS },
  reopened: { asker: ['draft', 'next_hop', 'closed', 'withdrawn'], answerer: UNANSWERED },
}

/** Where this side may move a request that stands in a state. */
export const movesOf = (state: TraceState, side: TraceSide): readonly TraceState[] => MOVES[state][side] ?? []

export const mayMove = (from: TraceState, to: TraceState, side: TraceSide): boolean => movesOf(from, side).includes(to)

/** Which side this state's own people are on. */
export const ownSide = (direction: TraceDirection): TraceSide => (direction === 'outgoing' ? 'asker' : 'answerer')
export const otherSide = (direction: TraceDirection): TraceSide => (direction === 'outgoing' ? 'answerer' : 'asker')

/** The state into which a reply of this kind brings a request. */
export function stateOfReply(kind: ReplyKind): TraceState {
  return kind === 'refused' || kind === 'delayed' ? kind : `answered_${kind}`
}

const AT_THEM: ReadonlySet<TraceState> = new Set(['sent', 'acknowledged', 'information_supplied', 'delayed'])
const DONE: ReadonlySet<TraceState> = new Set(['closed', 'withdrawn', 'expired', 'domestic_resolved'])

/** On whose move a request waits; null where on nobody's. */
export function awaits(state: TraceState, direction: TraceDirection): 'us' | 'them' | null {
  if (direction === 'incoming' && isAnswered(state)) return null
  if (DONE.has(state)) return state === 'domestic_resolved' ? 'us' : null
  const asked = AT_THEM.has(state)
  return asked === (direction === 'outgoing') ? 'them' : 'us'
}

/** Has it been answered, in whatever way but a delay? */
export const isAnswered = (state: TraceState): boolean =>
  state.startsWith('answered_') || state === 'refused' || state === 'next_hop'

/** Does it still ask something of somebody abroad? */
export const isOpen = (state: TraceState): boolean => !DONE.has(state)

/** Has it left? Only before that may it still be written. */
export const isWritten: ReadonlySet<TraceState> = new Set(['draft', 'validated', 'domestic_search', 'foreign_prepared'])

/** May its form be changed: while it is written, and where more information is given. */
export const mayEdit = (state: TraceState): boolean =>
  isWritten.has(state) || state === 'information_requested' || state === 'reopened'
