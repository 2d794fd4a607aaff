import type { NodeKind } from '@proofmark/contract/case-words'
import type { Context } from '../../../access/context.ts'
import type { NodeName } from '../../rules/graph/node.ts'
import type { Tied } from '../../rules/graph/tied.ts'
import type { Firearms } from '../firearms.ts'

/** What an expander may ask of the walk that it serves. */
export interface Expanding {
  readonly context: Context
  readonly firearms: Firearms
}

/**
 * What another desk keeps of nodes of these kinds, as ties: one query by equality over an index. Its ends may be records,
 * which are folded into firearms afterwards; whatever it answers, the reader may see.
 */
export interface Expander {
  readonly kinds: readonly NodeKind[]
  readonly ties: (expanding: Expanding, nodes: readonly NodeName[]) => Promise<Tied[]>
}
