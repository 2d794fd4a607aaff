import type { RouteName } from '@proofmark/contract/paths'
import type { Role } from '@proofmark/contract/roles'
import type { Twin } from './twin.ts'

/** One request, as it is made of either twin. */
export interface Asked {
  /** Parameters of the path, and what is left of them as the query. */
  readonly address?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly file?: string
}

/** Numbers that each twin draws for itself. */
export interface TwinNumbers {
  /** Of the first import into a source; where the twin has no such source, one that no import has. */
  readonly importOf: (agency: string, source: string) => string
  /** Of the pack that the police took in. */
  readonly pack: string
  /** Of the verdict that the police gave. */
  readonly verdict: string
}

/** Who asks which twin; `draw` gives an identifier of this asker's own, the same in both. */
export interface Asker {
  readonly twin: Twin
  readonly role: Role | null
  readonly draw: (word: string) => string
  readonly numbers: TwinNumbers
}

export type RequestMakers<Names extends RouteName = RouteName> = Readonly<
  Record<Names, (asker: Asker) => readonly Asked[]>
>

export const GROUNDS = { purpose: 'trace', reference: 'case 1' } as const

/** The same question with each of these in turn. */
export const each = <Value>(values: readonly Value[], asked: (value: Value) => Asked): Asked[] => values.map(asked)
