import type { Context } from '../../access/context.ts'
import type { Delimiter } from '../files/text-form.ts'
import { getImport } from './find-import.ts'
import { findProfile } from './find-profile.ts'

/** How a file of rows that came back is written, so that the profile by which they were read reads them again. */
export interface RejectedRowsForm {
  readonly delimiter: Delimiter
  /** So many empty lines stand before the headings, since the profile looks for them further down. */
  readonly above: number
}

/** The form in which the rows of this import that came back can be sent again. Throws `not_found`. */
export async function formOfRejectedRows(context: Context, id: string): Promise<RejectedRowsForm> {
  const { source, profileVersion } = await getImport(context, id)
  const saved = profileVersion === null ? null : await findProfile(context, source.id, profileVersion)
  const file = saved?.profile.file
  return { delimiter: file?.delimiter ?? ',', above: (file?.heading ?? 1) - 1 }
}
