import { NODE_KINDS } from '@proofmark/contract/case-words'
import type { NodeName } from '@proofmark/contract/schemas/graph'

/** What a graph begins with. It stands in the fragment of the address, which reaches no server and no log. */
export interface Start {
  readonly nodes: readonly NodeName[]
  readonly case: string | null
  /** A graph that is kept with that case. */
  readonly graph: string | null
}

export const NO_START: Start = { nodes: [], case: null, graph: null }

const IDENTIFIER = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const NODE = new RegExp(`^(?:${NODE_KINDS.join('|')}):${IDENTIFIER}$`)
const ONE = new RegExp(`^${IDENTIFIER}$`)

/** So many nodes can be begun with. */
export const MOST_STARTS = 50

/** The start that a fragment names; what it does not know is left out. */
export function startOf(fragment: string): Start {
  const stated = new URLSearchParams(fragment.toLowerCase())
  const identifier = (name: string) => {
    const value = stated.get(name)
    return value !== null && ONE.test(value) ? value : null
  }
  const nodes = (stated.get('nodes') ?? '').split(',').filter((name) => NODE.test(name))
  const within = identifier('case')
  const graph = within === null ? null : identifier('graph')
  return { nodes: [...new Set(nodes)].slice(0, MOST_STARTS), case: within, graph }
}

/** Where a graph with this start is shown. */
export function addressOfGraph({ nodes, case: within, graph }: Partial<Start>): string {
  const stated = [
    ...(nodes && nodes.length > 0 ? [`nodes=${nodes.join(',')}`] : []),
    ...(within ? [`case=${within}`] : []),
    ...(within && graph ? [`graph=${graph}`] : []),
  ]
  return stated.length === 0 ? '/graph' : `/graph#${stated.join('&')}`
}
