import type { Say } from '@proofmark/contract/messages'
import { TRACE_CHANNELS, TRACE_OUTCOMES, type TraceDirection, type TraceState } from '@proofmark/contract/trace-words'

/** How a state is said: what others sent was received here. */
export const stateWord = (say: Say, state: TraceState, direction: TraceDirection): string =>
  say(direction === 'incoming' && state === 'sent' ? 'traces.page.received' : `word.trace_state.${state}`)

/** A reason as it was given; where nobody gave one, a step bears the word of the channel or of the outcome. */
export function reasonSaid(say: Say, why: string): string {
  if (TRACE_CHANNELS.some((code) => code === why)) return say(`word.trace_channel.${why}`)
  return TRACE_OUTCOMES.some((code) => code === why) ? say(`word.trace_outcome.${why}`) : why
}
