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

/** What a level asks about: identifiers by what they are of; consignments are named by a record. */
export type AskedBy = 'records' | 'exhibits' | 'recoveries' | 'firedItems' | 'traces' | 'consignments' | 'pointers'

interface Way {
  readonly by: AskedBy
  readonly query: (ids: string) => string
}

/** One way in, so that each takes its own index: the query of those whose identifiers are in the array that it is given. */
export type WayIn =
  | (Way & { readonly by: Exclude<AskedBy, 'records'> })
  /** `where`: what holds of a record `r` with its version `v` wherever the query finds something; most records have nothing. */
  | (Way & { readonly by: 'records'; readonly where: string })

/**
 * What another desk keeps of nodes of these kinds, as ties: queries by equality over an index, which go to the database
 * with those of the other expanders. Its ends may be records, which are folded into firearms afterwards; whatever it
 * answers, the reader may see.
 */
export interface Expander<Row> {
  readonly kinds: readonly NodeKind[]
  /** None where the walk knows already. What two ways find is answered twice. */
  readonly ways: readonly WayIn[]
  readonly ties: (rows: readonly Row[], expanding: Expanding, nodes: readonly NodeName[]) => Promise<Tied[]>
}
