/** What every question to the server is narrowed or widened by, beside how the picture is laid out. */
export interface Switches {
  /** Are victims and witnesses shown? Asking for them is an entry of the log. */
  readonly protectedPersons: boolean
  /** The case that all is narrowed to; null: everything that the reader may read. */
  readonly within: string | null
  /** Are places that records state, and countries of routes, drawn as well? */
  readonly places: boolean
}

export const NO_SWITCHES: Switches = { protectedPersons: false, within: null, places: false }

/** What narrows a question to the server: the switches, and whether common values tie nothing, which is kept with the picture. */
export interface Narrowing extends Switches {
  readonly relevance: boolean
}
