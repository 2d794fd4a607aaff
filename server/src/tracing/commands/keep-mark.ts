import { ProofmarkError } from '@proofmark/contract/errors'
import type { TracedFirearm } from '@proofmark/contract/schemas/trace-message'
import type { Context } from '../../access/context.ts'
import { askedByPattern } from '../../linkage/rules/asked-item.ts'
import { loadVocabulary } from '../../records/queries/vocabulary.ts'
import { describedIn } from '../rules/requests/described-in.ts'

/** A mark in no known notation, or a word for none, is compared with nothing. */
const UNREADABLE: ReadonlySet<string> = new Set(['pattern_unreadable', 'pattern_too_open', 'pattern_says_none'])

/**
 * Keeps what an incoming request says of its firearm where the matching process can compare it: so that what the request is about
 * is not destroyed meanwhile by an agency that knows nothing of it (decision 48). Of a mark that is not legible nothing is kept.
 */
export async function keepMark(
  context: Context,
  { id, vis, agency }: { readonly id: string; readonly vis: number; readonly agency: string },
  firearm: TracedFirearm,
): Promise<void> {
  if (firearm.serial.observed === null || firearm.serial.state !== 'legible') return
  try {
    const { serial, make, calibre, type } = askedByPattern(describedIn(firearm), await loadVocabulary(context, agency))
    if (serial.skeleton === null || serial.state !== 'legible') return
    await context.client.query(
      'INSERT INTO trace_mark (request_id, vis, skeleton, make, calibre, type) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, vis, serial.skeleton, make.code, calibre.code, type.code],
    )
  } catch (failure) {
    if (!(failure instanceof ProofmarkError && UNREADABLE.has(failure.code))) throw failure
  }
}
