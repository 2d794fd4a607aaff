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
}
