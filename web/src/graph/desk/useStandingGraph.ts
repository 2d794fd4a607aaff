import type { NodeName } from '@proofmark/contract/schemas/graph'
import { useMemo, useRef, useState } from 'react'
import { type Arrangement, EMPTY } from '../state/arrangement.ts'
import { begin, type History, redo, step, undo } from '../state/history.ts'
import { type Known, NOTHING_KNOWN } from '../state/known.ts'
import { renamed } from '../state/rename.ts'
import { NO_SWITCHES, type Switches } from '../state/switches.ts'

/** The graph as it stands at this moment, whatever the page drew last: what is answered later is joined to what stands then. */
export interface StandingGraph {
  readonly known: () => Known
  readonly arrangement: () => Arrangement
  readonly switches: () => Switches
  /** What is known from now on, and how it is arranged: a step that can be taken back where the arrangement is another. */
  readonly set: (known: Known, arrangement: Arrangement) => void
  /** Names changed and nothing was done: what can be taken back bears the new names as well. */
  readonly rename: (names: ReadonlyMap<NodeName, NodeName>) => void
  readonly turn: (switches: Partial<Switches>) => void
  readonly undo: () => void
  readonly redo: () => void
}

interface State {
  readonly known: Known
  readonly history: History<Arrangement>
  readonly switches: Switches
}

const AT_FIRST: State = { known: NOTHING_KNOWN, history: begin(EMPTY), switches: NO_SWITCHES }

/** What is known, how it is arranged and what was switched on: as the page draws it, and as it stands. */
export function useStandingGraph(): readonly [State, StandingGraph] {
  const [drawn, setDrawn] = useState(AT_FIRST)
  const now = useRef(drawn)
  const standing = useMemo((): StandingGraph => {
    const become = (part: Partial<State>) => {
      now.current = { ...now.current, ...part }
      setDrawn(now.current)
    }
    const walk = (way: typeof undo<Arrangement>) => become({ history: way(now.current.history) })
    return {
      known: () => now.current.known,
      arrangement: () => now.current.history.now,
      switches: () => now.current.switches,
      set: (known, arrangement) => become({ known, history: step(now.current.history, arrangement) }),
      rename(names) {
        const { past, now: stands, future } = now.current.history
        const under = (arrangement: Arrangement) => renamed(arrangement, names)
        become({ history: { past: past.map(under), now: under(stands), future: future.map(under) } })
      },
      turn: (switches) => become({ switches: { ...now.current.switches, ...switches } }),
      undo: () => walk(undo),
      redo: () => walk(redo),
    }
  }, [])
  return [drawn, standing]
}
