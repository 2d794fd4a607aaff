import type { Grounds } from '@proofmark/contract/schemas/common'
import type { GraphAnswer, NodeName } from '@proofmark/contract/schemas/graph'
import type { Doing } from '../../common/useDoing.ts'
import type { Arrangement } from '../state/arrangement.ts'
import type { Known } from '../state/known.ts'
import type { Shown } from '../state/shown.ts'
import type { Narrowing, Switches } from '../state/switches.ts'

/** What is looked at: a node or a tie. */
export type Chosen = { readonly what: 'node'; readonly name: NodeName } | { readonly what: 'tie'; readonly id: string }

/** What came of the last thing that was done, said once. */
export interface Told {
  readonly id: string
  readonly values: Readonly<Record<string, string | number>>
}

/** Everything that the picture and its twins show, and all that can be done with it. */
export interface GraphDesk extends Switches {
  readonly grounds: Grounds
  readonly known: Known
  readonly arrangement: Arrangement
  readonly shown: Shown
  readonly chosen: Chosen | null
  readonly choose: (chosen: Chosen | null) => void
  readonly doing: Doing
  readonly told: Told | null
  readonly tell: (told: Told) => void
  /** How it is arranged from now on: a step that can be taken back. */
  readonly change: (next: Arrangement) => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly undo: () => void
  readonly redo: () => void
  /** Asks what these are tied to and puts it into the picture. */
  readonly expand: (names: readonly NodeName[]) => void
  /** Asks once more what the last that were expanded are tied to, for more than one step brings. */
  readonly expandFurther: () => void
  /** Lets common values tie, and draws this one of them. */
  readonly bringBack: (name: NodeName) => void
  /** Asks for these nodes and puts them into the picture, pinned, with what ties them to the rest. */
  readonly start: (names: readonly NodeName[], steps: 0 | 1) => void
  /** Asks once more for all that is drawn: what may no longer be read goes. */
  readonly readAnew: () => void
  /** Puts what was answered into the picture. */
  readonly takeIn: (answer: GraphAnswer, names: readonly NodeName[]) => Promise<void>
  /** Lays the picture out as it was kept, looked at as it was then where that is said, and asks for all of it. */
  readonly open: (arrangement: Arrangement, lookedAt?: Pick<Switches, 'within' | 'places'>) => Promise<void>
  readonly setRelevance: (relevance: boolean) => void
  readonly setProtected: (wanted: boolean) => void
  readonly setWithin: (within: string | null) => void
  readonly setPlaces: (places: boolean) => void
  readonly setNamed: (named: string | null) => void
  /** What narrows a question to the server. */
  readonly narrowing: (asked?: readonly NodeName[]) => Narrowing
}
