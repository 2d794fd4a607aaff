import type { Grounds } from '@proofmark/contract/schemas/common'
import type { GraphAnswer, NodeName } from '@proofmark/contract/schemas/graph'
import { useMemo } from 'react'
import { answerError, api } from '../../frame/api.ts'
import { questionsFor } from '../state/chunks.ts'
import { learnAnew } from '../state/known.ts'
import { drawnBeside, isNamed, namedBy, withoutNamed } from '../state/named.ts'
import { namesIn } from '../state/rename.ts'
import type { Narrowing } from '../state/switches.ts'
import type { StandingGraph } from './useStandingGraph.ts'

export const NOTHING: GraphAnswer = { nodes: [], edges: [], leftOut: [] }

/** How many nodes one step brings at the most. */
const MOST_EXPANDED = 100
/** How many one question may bring. */
export const MOST_ANSWERED = 1_000

/** What is asked of the server, each time as narrow as the picture is at that moment. */
export interface Asking {
  /** What narrows a question; about these nodes, where it may be about somebody whom a record names. */
  readonly narrowing: (asked?: readonly NodeName[]) => Narrowing
  /** These nodes and what lies so many steps from them; 0: themselves and what ties them to each other. */
  readonly ask: (nodes: readonly NodeName[], steps: number, most?: number) => Promise<GraphAnswer>
  /** Asks for all of these anew, in as many questions as it takes; answers how many may no longer be read. */
  readonly askAnew: (names: readonly NodeName[]) => Promise<number>
}

/** The questions of one reader on one ground. */
export function useAsking(standing: StandingGraph, grounds: Grounds): Asking {
  return useMemo(() => {
    const narrowing: Asking['narrowing'] = (asked = []) => {
      const { named, ...switches } = standing.switches()
      const drawn = () => drawnBeside(standing.known(), standing.arrangement().spots.keys(), asked)
      return {
        ...switches,
        relevance: standing.arrangement().filters.relevance,
        // Only a question about somebody needs to say what else is drawn: any other brings its own.
        ...(named !== null && { named: { case: named, ...(asked.some(isNamed) && { drawn: drawn() }) } }),
      }
    }
    const usual = (nodes: number, steps: number) =>
      steps === 0 ? MOST_ANSWERED : Math.min(MOST_ANSWERED, nodes + MOST_EXPANDED)
    const ask: Asking['ask'] = async (nodes, steps, most = usual(nodes.length, steps)) => {
      try {
        return await api('graphExpand', { nodes: [...nodes], steps, most, ...narrowing(nodes), grounds })
      } catch (thrown) {
        // Nothing of what was asked for may be read, or may be read any more.
        if (answerError(thrown).code === 'not_found') return NOTHING
        throw thrown
      }
    }
    const askAnew: Asking['askAnew'] = async (names) => {
      let gone = 0
      for (const nodes of questionsFor(withoutNamed(names))) {
        const answer = await ask(nodes, 0)
        const before = standing.known()
        // Whom these name comes with them, or goes.
        const asked = [...nodes, ...namedBy(before, nodes)]
        const called = namesIn(asked, answer)
        gone += asked.filter((name) => before.nodes.has(name) && !called.has(name)).length
        standing.rename(called)
        standing.set(learnAnew(before, asked, answer), standing.arrangement())
      }
      return gone
    }
    return { narrowing, ask, askAnew }
  }, [standing, grounds])
}
