import { ProofmarkError } from '@proofmark/contract/errors'
import { TRACERS } from '@proofmark/contract/route'
import type { tracePointerRequest } from '@proofmark/contract/schemas/trace-desk'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { saveRequestItem } from '../../linkage/commands/save-item.ts'
import { askedByPattern } from '../../linkage/rules/asked-item.ts'
import { loadVocabulary } from '../../records/queries/vocabulary.ts'
import { describedIn } from '../rules/requests/described-in.ts'
import { needTrace } from './write-trace.ts'

export type PointerInput = Omit<z.output<typeof tracePointerRequest>, 'grounds'>

/**
 * Saves the firearm of an incoming request as what a question to other agencies rests on, where no record of ours bears it.
 * What came by a node is a partner’s, signed; what was typed or taken in by hand is asked about by another person than whoever
 * took it in, so that nobody asks by a mark of their own choosing. Throws `role_needed`, `not_found`, `trace_pointer_own`,
 * `mark_too_weak`, `pattern_unreadable`, `pattern_too_open`.
 */
export async function saveRequestedItem(context: Context, { trace: id, basis }: PointerInput): Promise<string> {
  const { reader } = context
  needRole(reader, TRACERS)
  const trace = await needTrace(context, id)
  const { serial } = trace.form.firearm
  if (trace.direction !== 'incoming') throw new ProofmarkError('not_found', { what: id })
  if (trace.openedBy === reader.account) throw new ProofmarkError('trace_pointer_own')
  if (serial.observed === null || (serial.state !== 'legible' && serial.state !== 'partial'))
    throw new ProofmarkError('mark_too_weak', { expected: serial.state, limit: 0 })
  const item = askedByPattern(describedIn(trace.form.firearm), await loadVocabulary(context, trace.agency))
  const reference = `${trace.asker ?? trace.agencyName} ${trace.id}`.slice(-120)
  return saveRequestItem(context, { agency: trace.agency, request: trace.id, item, reference, basis })
}
