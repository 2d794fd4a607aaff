import type { FindingOrder } from '@proofmark/contract/case-words'
import type { NodeName } from '../node.ts'
import type { Path } from '../paths.ts'
import type { Tied } from '../tied.ts'

/** What a question is asked of: a part of the graph, all of which its reader may see. */
export interface Asked {
  readonly nodes: readonly NodeName[]
  readonly ties: readonly Tied[]
  readonly since: string
  /** Marks of cases that somebody gave them: drugs, organised crime, terrorism … */
  readonly nexus: ReadonlyMap<NodeName, readonly string[]>
}

/** One answer: a sentence, the nodes that it speaks of, and the paths that show it. */
export interface Finding {
  readonly message: string
  readonly values: Readonly<Record<string, string>>
  readonly nodes: readonly NodeName[]
  readonly paths: readonly Path[]
  /** Records that it rests on, where no tie says it. */
  readonly records?: readonly string[]
  /** When it was, as far as it is known; only where the question asks for an order. */
  readonly fromDay?: string | null
  readonly toDay?: string | null
  /** Is it surely after all that stands above it? Only where the question asks for an order. */
  readonly order?: FindingOrder
}
