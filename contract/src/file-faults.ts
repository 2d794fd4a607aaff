/**
 * What can be wrong with a file that is to be read as a table: the `reason` of the error `file_unreadable`, whose
 * sentence says for each of them what would be accepted. A fault that lies in a row comes with that row, counted from 1
 * as a spreadsheet counts; 0 means the file as a whole.
 */
export const FILE_FAULTS = [
  'empty',
  'heading_missing',
  'heading_twice',
  'heading_unusable',
  'too_many_columns',
  'row_too_long',
  'quote_unclosed',
  'not_text',
  'not_a_table',
  'old_spreadsheet',
  'workbook_too_large',
  'workbook_damaged',
  'too_many_rows',
  'zip_too_large',
  'zip_damaged',
  'zip_unsafe',
  'out_of_memory',
  'took_too_long',
  'parser_ended',
] as const
export type FileFault = (typeof FILE_FAULTS)[number]
