import type { Delimiter, Encoding } from './text-form.ts'

/** What the reader of a file knows about it beforehand; what is left out is found in the file. */
export interface AskedForm {
  readonly encoding?: Encoding | undefined
  readonly delimiter?: Delimiter | undefined
  /** The row that holds the headings, from 1; else the first that is not blank. */
  readonly heading?: number | undefined
  /** The sheet of a workbook, by its name or its number from 1; else the first. */
  readonly sheet?: string | undefined
}

/** How a file turned out to be written, or was said to be. */
export type TableForm =
  | { readonly kind: 'csv'; readonly encoding: Encoding; readonly delimiter: Delimiter }
  | { readonly kind: 'xlsx'; readonly sheet: string; readonly sheets: readonly string[] }
