import type { FindingOrder, Relation, Standing } from '@proofmark/contract/case-words'
import type { PersonRole } from '@proofmark/contract/profile-fields'
import type { SupplyJoin, SupplyKind, SupplyMark } from '@proofmark/contract/supply-words'
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

/** What a record states of a supply. */
export interface SaidOfSupply {
  readonly record: string
  readonly version: string
  readonly source: string
  readonly key: string
  readonly agency: string
  readonly document: string | null
  readonly place: string | null
  readonly importer: string | null
  readonly business: string | null
  readonly quantity: number | null
  readonly numbers: string | null
  readonly fromDay: string | null
  readonly toDay: string | null
  readonly names: readonly PersonRole[]
}

/** A record on which a finding rests, and how it came to the firearm. */
export interface EvidencedSupply extends SaidOfSupply {
  readonly joined: SupplyJoin
  /** Those whom it names and who are drawn. */
  readonly named?: readonly { readonly node: NodeName; readonly relation: Relation }[]
}

/** What of the supply of a firearm a finding tells. */
export interface FoundSupply {
  readonly firearm: NodeName
  readonly kind: SupplyKind | 'hands' | 'none'
  readonly standing: Standing
  readonly mark: SupplyMark | null
  readonly fromDay: string | null
  readonly toDay: string | null
}

/** One answer: a sentence, the nodes that it speaks of, and the paths that show it. */
export interface Finding {
  readonly message: string
  readonly values: Readonly<Record<string, string>>
  /** Values that are words of the catalogue, by their place in it. */
  readonly words?: Readonly<Record<string, string>>
  readonly nodes: readonly NodeName[]
  readonly paths: readonly Path[]
  /** Records that it rests on, where no tie says it. */
  readonly records?: readonly string[]
  /** When it was, as far as it is known; only where the question asks for an order. */
  readonly fromDay?: string | null
  readonly toDay?: string | null
  /** Is it surely after all that stands above it? Only where the question asks for an order. */
  readonly order?: FindingOrder
  readonly supply?: FoundSupply
  readonly evidence?: readonly EvidencedSupply[]
}
