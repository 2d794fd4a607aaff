import { ProofmarkError } from '@proofmark/contract/errors'
import type { Reader } from '../context.ts'

/** Throws `not_your_agency` unless the reader belongs to the agency (or is the installer's shell). */
export function needAgency(reader: Reader, agency: { readonly id: string; readonly name: string }): void {
  if (reader.installer || reader.agency?.id === agency.id) return
  throw new ProofmarkError('not_your_agency', { agency: agency.name })
}
