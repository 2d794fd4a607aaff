import type { NodeName } from '@proofmark/contract/schemas/graph'

/** What every question to the server is narrowed or widened by, beside how the picture is laid out. */
export interface Switches {
  /** Are victims and witnesses shown? Asking for them is an entry of the log. */
  readonly protectedPersons: boolean
  /** The case that all is narrowed to; null: everything that the reader may read. */
  readonly within: string | null
  /** Are places that records state, and countries of routes, drawn as well? */
  readonly places: boolean
  /** The case on whose ground those whom records name are drawn; null: they are not. Each record is an entry of the log. */
  readonly named: string | null
}

export const NO_SWITCHES: Switches = { protectedPersons: false, within: null, places: false, named: null }

/** What narrows a question to the server: the switches, and whether common values tie nothing, which is kept with the picture. */
export interface Narrowing extends Omit<Switches, 'named'> {
  readonly relevance: boolean
  /** `drawn`: what may name somebody beside what is asked about. */
  readonly named?: { readonly case: string; readonly drawn?: NodeName[] }
}
