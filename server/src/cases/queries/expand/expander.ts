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

/** The nodes of a level by what they are, as arrays that the statement of the level is given. */
export interface AskedParameters {
  readonly records: string
  readonly exhibits: string
  readonly recoveries: string
  readonly firedItems: string
  /** Records and trace requests; both empty for who may see no traces. */
  readonly traced: string
  readonly traces: string
  /** Records and consignments, which are named by a record. */
  readonly documented: string
  readonly supplyEvents: string
}

/**
 * What another desk keeps of nodes of these kinds, as ties: one query by equality over an index, which goes to the database
 * with those of the other expanders. Its ends may be records, which are folded into firearms afterwards; whatever it
 * answers, the reader may see.
 */
export interface Expander<Row> {
  readonly kinds: readonly NodeKind[]
  /** The query; null where the walk knows already. */
  readonly kept: ((asked: AskedParameters) => string) | null
  readonly ties: (rows: readonly Row[], expanding: Expanding, nodes: readonly NodeName[]) => Promise<Tied[]>
}
