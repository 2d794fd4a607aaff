import type { FileForm, ProfileVersion } from '@proofmark/contract/schemas/profile'
import type { TableForm } from '../files/table-form.ts'

/** A version of a profile as lists show it. */
export function presentVersion(found: Omit<ProfileVersion, 'at'> & { readonly at: Date }): ProfileVersion {
  const { version, name, by, at } = found
  return { version, name, by, at: at.toISOString() }
}

/** How a file is written: found in it, or as the profile says. */
export function presentForm(form: TableForm): FileForm {
  if (form.kind === 'xlsx') return { kind: form.kind, sheet: form.sheet, sheets: [...form.sheets] }
  return { kind: form.kind, encoding: form.encoding, delimiter: form.delimiter }
}
