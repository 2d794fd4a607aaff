import type { Grounds } from '@proofmark/contract/schemas/common'
import { useEffect, useMemo, useState } from 'react'
import { useDoing } from '../common/useDoing.ts'
import type { Chosen, GraphDesk, Told } from './desk/graph-desk.ts'
import { useAsking } from './desk/useAsking.ts'
import { useExpanding } from './desk/useExpanding.ts'
import { useStandingGraph } from './desk/useStandingGraph.ts'
import { useSwitching } from './desk/useSwitching.ts'
import { useTakingIn } from './desk/useTakingIn.ts'
import { shownOf } from './state/shown.ts'

/** The graph of one reader on one ground. */
export function useGraph(grounds: Grounds): GraphDesk {
  const [{ known, history, switches }, standing] = useStandingGraph()
  const [chosen, choose] = useState<Chosen | null>(null)
  const [told, tell] = useState<Told | null>(null)
  const doing = useDoing()
  const asking = useAsking(standing, grounds)
  const taking = useTakingIn(standing, asking, tell)
  const switching = useSwitching(standing, taking, doing.act)
  const expand = useExpanding(taking, doing)
  const shown = useMemo(() => shownOf(known, history.now), [known, history.now])

  // What is looked at goes with what is drawn.
  const isThere =
    chosen === null || (chosen.what === 'node' ? known.nodes.has(chosen.name) : known.edges.has(chosen.id))
  useEffect(() => {
    if (!isThere) choose(null)
  }, [isThere])

  return {
    grounds,
    known,
    arrangement: history.now,
    shown,
    ...switches,
    ...switching,
    chosen: isThere ? chosen : null,
    choose,
    doing,
    told,
    tell,
    change: (next) => standing.set(standing.known(), next),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo() {
      standing.undo()
      if (history.past.length > 0) tell({ id: 'graph.page.undone', values: { count: history.past.length - 1 } })
    },
    redo() {
      standing.redo()
      if (history.future.length > 0) tell({ id: 'graph.page.redone', values: {} })
    },
    expand,
    expandFurther: () => doing.act(taking.expandFurther),
    bringBack: (name) => doing.act(() => taking.bringBack(name)),
    start: (names, steps) => doing.act(() => taking.expand(names, true, steps)),
    readAnew: () => doing.act(taking.readAnew),
    takeIn: (answer, names) => taking.takeIn(answer, names),
    open: async (arrangement, lookedAt) => {
      if (lookedAt) standing.turn(lookedAt)
      standing.set(standing.known(), arrangement)
      await asking.askAnew([...arrangement.spots.keys()])
    },
    narrowing: asking.narrowing,
  }
}
