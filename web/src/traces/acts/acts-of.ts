import type { TraceClosing, TraceShown } from '@proofmark/contract/schemas/trace-shown'
import type { TraceState } from '@proofmark/contract/trace-words'

/** Something that may be done with a request now, each with a small form of its own. */
export type Act =
  | { readonly kind: 'move'; readonly to: PlainMove }
  | { readonly kind: 'send' | 'receive' | 'hop' | 'close' | 'permit' }
  | { readonly kind: 'approve' | 'correct'; readonly closing: TraceClosing }

/** The moves that a reason alone makes. */
const PLAIN = [
  'validated',
  'domestic_search',
  'domestic_resolved',
  'foreign_prepared',
  'acknowledged',
  'information_requested',
  'information_supplied',
  'reopened',
  'draft',
  'expired',
  'withdrawn',
] as const satisfies readonly TraceState[]
export type PlainMove = (typeof PLAIN)[number]

const isReply = (state: TraceState): boolean =>
  state.startsWith('answered_') || state === 'refused' || state === 'delayed'

/** Only a complete request becomes one of these. */
const COMPLETE: ReadonlySet<string> = new Set(['validated', 'foreign_prepared'])

/** What leads backwards or ends something stands behind the rest. */
const ENDING: ReadonlySet<string> = new Set(['draft', 'expired', 'withdrawn'])

export type Actable = Pick<
  TraceShown,
  'moves' | 'direction' | 'state' | 'closings' | 'clocks' | 'completeness' | 'message' | 'replies'
>

/** Is there a message of another side of which a permission could become known? */
const mayPermit = ({ direction, message, replies }: Actable): boolean =>
  direction === 'incoming' ? message !== null : replies.length > 0

/** The states of a request that is written; sending takes it through those that follow. */
const WRITTEN: ReadonlySet<TraceState> = new Set(['draft', 'validated', 'domestic_search', 'foreign_prepared'])

const maySend = ({ direction, state, completeness }: Actable): boolean =>
  direction === 'outgoing' && WRITTEN.has(state) && completeness.mayLeave

/** What may be done now, the next step first; answering an incoming request has a place of its own. */
export function actsOf(trace: Actable, account: string): readonly Act[] {
  const { moves, direction, closings, clocks } = trace
  // Nothing expires before it is due.
  const due = clocks.some(({ clock, over }) => over && (clock === 'answer' || clock === 'acknowledge'))
  const { mayLeave } = trace.completeness
  const plain = PLAIN.filter((to) => moves.includes(to) && (to !== 'expired' || due) && (mayLeave || !COMPLETE.has(to)))
  const move = (to: PlainMove): Act => ({ kind: 'move', to })
  const waiting = closings.find(({ counts, by }) => counts === 'waits' && by !== account)
  const last = trace.state === 'closed' && direction === 'outgoing' ? closings.at(-1) : undefined
  const answered = isReply(trace.state) && trace.state !== 'delayed'
  return [
    ...(waiting ? [{ kind: 'approve', closing: waiting } as const] : []),
    ...(maySend(trace) ? [{ kind: 'send' } as const] : []),
    ...(moves.includes('next_hop') ? [{ kind: 'hop' } as const] : []),
    ...(answered && moves.includes('closed') ? [{ kind: 'close' } as const] : []),
    ...(direction === 'outgoing' && moves.some(isReply) ? [{ kind: 'receive' } as const] : []),
    ...(last ? [{ kind: 'correct', closing: last } as const] : []),
    ...plain.filter((to) => !ENDING.has(to)).map(move),
    ...(mayPermit(trace) ? [{ kind: 'permit' } as const] : []),
    ...(!answered && moves.includes('closed') ? [{ kind: 'close' } as const] : []),
    ...plain.filter((to) => ENDING.has(to)).map(move),
  ]
}

/** Does an act lead backwards, or end the request? */
export const isEnding = (act: Act): boolean => act.kind === 'move' && ENDING.has(act.to)

/** What an act is called in the catalogue, and by what its form is known. */
export const nameOf = (act: Act): string => (act.kind === 'move' ? act.to : act.kind)

/** Moves that on a request of others are the other side's, or ours where on our own they are theirs. */
const OTHERWISE: ReadonlySet<string> = new Set([
  'acknowledged',
  'information_requested',
  'information_supplied',
  'withdrawn',
])

/** The word of an act in the catalogue, by whose request it is; `told` for what it does. */
export function wordOf(name: string, direction: TraceShown['direction'], of: 'act' | 'told' = 'act'): string {
  return direction === 'incoming' && OTHERWISE.has(name) ? `${of}_incoming.${name}` : `${of}.${name}`
}
