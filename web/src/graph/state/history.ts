/** What stands, what stood before and what was taken back, the nearest last. */
export interface History<State> {
  readonly past: readonly State[]
  readonly now: State
  readonly future: readonly State[]
}

/** So many steps can be taken back. */
export const MOST_STEPS = 200

export const begin = <State>(now: State): History<State> => ({ past: [], now, future: [] })

/** A step: what was taken back before it is gone. A step that changes nothing is none. */
export function step<State>(history: History<State>, next: State): History<State> {
  if (next === history.now) return history
  return { past: [...history.past, history.now].slice(-MOST_STEPS), now: next, future: [] }
}

export function undo<State>({ past, now, future }: History<State>): History<State> {
  const before = past.at(-1)
  return before === undefined
    ? { past, now, future }
    : { past: past.slice(0, -1), now: before, future: [...future, now] }
}

export function redo<State>({ past, now, future }: History<State>): History<State> {
  const after = future.at(-1)
  return after === undefined ? { past, now, future } : { past: [...past, now], now: after, future: future.slice(0, -1) }
}
