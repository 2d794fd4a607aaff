import type { TableForm } from './table-form.ts'

/** A file taken apart, before anything is made of it: every row in order, blank ones too, in batches. */
export interface RawTable {
  /** What is known of its form by now. */
  readonly form: () => TableForm
  readonly rows: AsyncIterable<readonly (readonly string[])[]>
}
