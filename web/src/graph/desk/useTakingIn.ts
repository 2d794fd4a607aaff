import type { GraphAnswer, NodeName } from '@proofmark/contract/schemas/graph'
import { useMemo } from 'react'
import { spotsFor } from '../picture/lay.ts'
import { screenLie } from '../picture/screen-lie.ts'
import { fold, narrow, put } from '../state/arrangement.ts'
import { questionsFor } from '../state/chunks.ts'
import { learn, learnAnew, withoutLeftOut } from '../state/known.ts'
import { withoutNamed } from '../state/named.ts'
import { namesIn } from '../state/rename.ts'
import type { Told } from './graph-desk.ts'
import { type Asking, MOST_ANSWERED, NOTHING } from './useAsking.ts'
import type { StandingGraph } from './useStandingGraph.ts'

/** How what was answered comes into the picture. */
export interface TakingIn {
  /** Puts these of an answer into the picture, some of them pinned, and asks for what ties them to what stood there. */
  readonly takeIn: (answer: GraphAnswer, names: readonly NodeName[], pinned?: ReadonlySet<NodeName>) => Promise<void>
  /** Asks what lies so many steps from these and takes it in; where `pins`, they themselves are pinned. */
  readonly expand: (names: readonly NodeName[], pins: boolean, steps: number) => Promise<void>
  /** Expands once more what was expanded last, for as many as one question may bring. */
  readonly expandFurther: () => Promise<void>
  /** Lets common values tie, and draws this one of them. */
  readonly bringBack: (name: NodeName) => Promise<void>
  /** Asks once more for all that is drawn, and says how much may no longer be read. */
  readonly readAnew: () => Promise<void>
}

export function useTakingIn(standing: StandingGraph, asking: Asking, tell: (told: Told) => void): TakingIn {
  return useMemo(() => {
    const { ask, askAnew } = asking
    const takeIn: TakingIn['takeIn'] = async (answer, names, pinned = new Set()) => {
      const after = learn(standing.known(), answer)
      const arrangement = standing.arrangement()
      const wanted = names.filter((name) => after.nodes.has(name))
      const ties = [...after.edges.values()].map(({ from, to }) => [from, to] as const)
      const places = spotsFor(arrangement.spots, wanted, ties, screenLie())
      const spotOf = (name: NodeName) => places.get(name) ?? arrangement.spots.get(name)!
      const spotsOf = (of: readonly NodeName[]) => new Map(of.map((name) => [name, spotOf(name)] as const))
      const held = put(arrangement, spotsOf(wanted.filter((name) => pinned.has(name))), true)
      standing.set(after, put(held, spotsOf(wanted)))
      tell({ id: 'graph.page.taken_in', values: { count: places.size } })
      // What came in may be tied to what stood there already.
      const answered = new Set(answer.nodes.map(({ node }) => node))
      if (places.size === 0 || [...arrangement.spots.keys()].every((name) => answered.has(name))) return
      const questions = questionsFor(withoutNamed([...standing.arrangement().spots.keys()]))
      for (const asked of questions.filter((question) => question.some((name) => places.has(name))))
        standing.set(learn(standing.known(), await ask(asked, 0)), standing.arrangement())
    }
    let last: readonly NodeName[] = []
    const expand = async (names: readonly NodeName[], pins: boolean, steps: number, most?: number) => {
      if (steps > 0) last = names
      const answer = await ask(names, steps, most)
      const called = namesIn(names, answer)
      const gone = names.filter((name) => !called.has(name))
      standing.rename(called)
      const unfolded = [...called.values()].reduce(
        (laid, name) => (laid.spots.get(name)?.collapsed ? fold(laid, name, false) : laid),
        standing.arrangement(),
      )
      const known = gone.length > 0 ? learnAnew(standing.known(), gone, NOTHING) : standing.known()
      // What was left out of an earlier step says nothing of this one.
      standing.set(steps > 0 ? withoutLeftOut(known, ['most_reached']) : known, unfolded)
      await takeIn(
        answer,
        answer.nodes.map(({ node }) => node),
        pins ? new Set(called.values()) : undefined,
      )
      const within = standing.switches().within !== null
      const why = within ? 'graph.page.outside' : pins ? 'graph.page.not_there' : 'graph.page.gone'
      if (gone.length > 0) tell({ id: why, values: { count: gone.length } })
    }
    const readAnew = async () => {
      const gone = await askAnew([...standing.arrangement().spots.keys()])
      const why = standing.switches().within === null ? 'graph.page.gone' : 'graph.page.outside'
      tell({ id: gone > 0 ? why : 'graph.page.read_anew', values: { count: gone } })
    }
    return {
      takeIn,
      expand,
      readAnew,
      expandFurther: () => expand(last, false, 1, MOST_ANSWERED),
      async bringBack(name) {
        const known = withoutLeftOut(standing.known(), ['common_value'])
        standing.set(known, narrow(standing.arrangement(), { relevance: false }))
        await readAnew()
        await expand([name], false, 0)
      },
    }
  }, [standing, asking, tell])
}
