import type { FileFault } from '@proofmark/contract/file-faults'

/** A file cannot be read as a table: why, and in which row (0 for the file as a whole). */
export class TableFault extends Error {
  readonly reason: FileFault
  readonly row: number
  constructor(reason: FileFault, row = 0, cause?: unknown) {
    super(reason, { cause })
    this.name = 'TableFault'
    this.reason = reason
    this.row = row
  }
}

/** A workbook has no sheet of the name or number that was asked for; these it has. */
export class SheetUnknown extends Error {
  readonly sheets: readonly string[]
  constructor(sheets: readonly string[]) {
    super('sheet_unknown')
    this.name = 'SheetUnknown'
    this.sheets = sheets
  }
}
