import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { type FormProposal, formProposals } from '../rules/requests/form-proposals.ts'
import { mayEdit } from '../rules/requests/state-machine.ts'
import { judgedLife } from './judged-life.ts'
import { lawTextsFor } from './law-texts.ts'
import type { Trace } from './traces.ts'

/** What may be proposed for the form of a request while it is written, from the records that this reader sees; else nothing. */
export async function proposalsFor(
  context: Context,
  trace: Pick<Trace, 'direction' | 'state' | 'records' | 'agency' | 'form'>,
): Promise<FormProposal[]> {
  const [record] = trace.records
  if (trace.direction === 'incoming' || record === undefined || !mayEdit(trace.state)) return []
  const judged = await judgedLife(context, record).catch((failure: unknown) => {
    // The record was taken back or is released no more: nothing is known of it, and the form stands.
    if (failure instanceof ProofmarkError && failure.code === 'not_found') return null
    throw failure
  })
  if (judged === null) return []
  return formProposals({ form: trace.form, record, ...judged, provisions: await lawTextsFor(context, trace.agency) })
}
