/**
 * What a document says, before it is set: words and data in their order, and no type. The typesetter gets it as data, so
 * that nothing that somebody wrote is ever read as an instruction to it.
 */

/** A run of text, or an identifier (serial, calibre, reference), which reads from left to right in every language. */
export type Run = { readonly text: string } | { readonly id: string }

/** A line or a paragraph, in the direction of its own script. */
export interface Line {
  readonly direction: 'ltr' | 'rtl'
  readonly runs: readonly Run[]
}

export interface Field {
  readonly label: string
  readonly lines: readonly Line[]
  /** Takes the whole width, as sentences do. */
  readonly wide: boolean
}

export interface Grid {
  /** Each with its share of the width. */
  readonly columns: readonly { readonly heading: string; readonly share: number }[]
  /** A cell is its lines. */
  readonly rows: readonly (readonly (readonly Line[])[])[]
}

export interface Section {
  readonly title: string
  /** Of the International Tracing Instrument, such as `17 (b)`. */
  readonly paragraph: string | null
  /** The mark by which the firearm is asked for, set large. */
  readonly mark: { readonly label: string; readonly id: string | null; readonly said: string } | null
  readonly fields: readonly Field[]
  readonly grid: Grid | null
  readonly notes: readonly Line[]
}

export interface Sheet {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly title: string
  readonly instrument: string
  readonly reference: string
  readonly urgent: string | null
  /** Year, month, day, hour, minute, second: of the message, so that the same message gives the same bytes. */
  readonly date: readonly number[]
  /** Stands on each page. */
  readonly handling: { readonly label: string; readonly codes: string; readonly lines: readonly Line[] }
  readonly sections: readonly Section[]
  readonly foot: {
    /** The words before, between and after the two numbers of `page 2 of 3`. */
    readonly page: readonly [string, string, string]
    readonly label: string
    readonly hash: string
  }
  readonly attachment: { readonly file: string; readonly description: string }
}
