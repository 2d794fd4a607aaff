import type { TraceForm } from '@proofmark/contract/schemas/trace-desk'
import { TRACE_FORM, type TraceRequestMessage, traceRequestMessage } from '@proofmark/contract/schemas/trace-message'

/** The message that leaves, of a form in which nothing mandatory is missing. */
export function messageOf(
  form: TraceForm,
  request: { readonly id: string; readonly parent: string | null },
  home: string,
  now: Date,
): TraceRequestMessage {
  const { requester, addressee, circumstances, ...rest } = form
  return traceRequestMessage.parse({
    ...rest,
    form: TRACE_FORM,
    what: 'trace-request',
    id: request.id,
    parent: request.parent,
    requestedAt: now.toISOString(),
    requester: { ...requester, country: home },
    // A national trace asks an agency of the own state.
    addressee: { ...addressee, country: addressee.country ?? home, role: addressee.role ?? 'registration' },
    circumstances,
  })
}

/** The form of a message that came: what the desk reads, beside the message as it was. */
export function formOf(message: TraceRequestMessage): TraceForm {
  const { form: _, what: __, id: ___, parent: ____, requestedAt: _____, requester, ...rest } = message
  const { contact, reference, legalBasis } = requester
  return { ...rest, requester: { contact, reference, legalBasis } }
}
