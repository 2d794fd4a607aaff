/** What Typst finds wrong with a sheet, in its words: another sheet may be right. */
export class SheetFault extends Error {
  override readonly name = 'SheetFault'
}
