import { useMemo } from 'react'
import type { Doing } from '../../common/useDoing.ts'
import { narrow } from '../state/arrangement.ts'
import { MOST_ASKED, questionsFor } from '../state/chunks.ts'
import { learnAnew, withoutLeftOut } from '../state/known.ts'
import { isNamed, withoutNamed } from '../state/named.ts'
import type { GraphDesk } from './graph-desk.ts'
import { NOTHING } from './useAsking.ts'
import type { StandingGraph } from './useStandingGraph.ts'
import type { TakingIn } from './useTakingIn.ts'

type Switching = Pick<GraphDesk, 'setRelevance' | 'setProtected' | 'setWithin' | 'setPlaces' | 'setNamed'>

/** Turns what narrows the questions, and asks for what that changes. */
export function useSwitching(standing: StandingGraph, { expand, readAnew }: TakingIn, act: Doing['act']): Switching {
  return useMemo(() => {
    /** What is drawn of these is known no more. */
    const forget = (names: readonly string[]) =>
      standing.set(learnAnew(standing.known(), names, NOTHING), standing.arrangement())
    const drawn = () => [...standing.arrangement().spots.keys()]
    return {
      setRelevance: (relevance) =>
        act(async () => {
          const known = relevance ? standing.known() : withoutLeftOut(standing.known(), ['common_value'])
          standing.set(known, narrow(standing.arrangement(), { relevance }))
          await readAnew()
        }),
      setProtected(wanted) {
        standing.turn({ protectedPersons: wanted })
        const { nodes, leftOut } = standing.known()
        if (!wanted) {
          forget([...nodes.values()].flatMap((node) => (node.protected ? [node.node] : [])))
          return
        }
        const around = leftOut.flatMap(({ reason, node }) =>
          reason === 'hidden_persons' && node !== null ? [node] : [],
        )
        const names = around.length > 0 ? around : drawn()
        standing.set(withoutLeftOut(standing.known(), ['hidden_persons']), standing.arrangement())
        if (names.length > 0) act(() => expand(names.slice(0, MOST_ASKED), false, 1))
      },
      setWithin: (within) =>
        act(async () => {
          standing.turn({ within })
          // What lay outside of another case is asked for anew.
          standing.set(withoutLeftOut(standing.known(), ['outside_case']), standing.arrangement())
          await readAnew()
        }),
      setPlaces: (places) =>
        act(async () => {
          standing.turn({ places })
          const names = drawn()
          if (!places) forget(names.filter((name) => /^(?:stated_place|country):/.test(name)))
          else if (names.length > 0) await expand(names.slice(0, MOST_ASKED), false, 1)
        }),
      setNamed: (named) =>
        act(async () => {
          const before = standing.switches().named
          standing.turn({ named })
          const names = drawn()
          forget(names.filter(isNamed))
          standing.set(withoutLeftOut(standing.known(), ['review_due']), standing.arrangement())
          if (named === null) return
          try {
            for (const asked of questionsFor(withoutNamed(names))) await expand(asked, false, 0)
          } catch (thrown) {
            // On that ground nobody is shown.
            standing.turn({ named: before })
            throw thrown
          }
        }),
    }
  }, [standing, expand, readAnew, act])
}
