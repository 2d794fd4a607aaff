import { ProofmarkError } from '@proofmark/contract/errors'
import type { TraceReplyMessage, TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import { type Audience, type Leave, type LeaveReason, mayLeave } from '@proofmark/domain/may-leave'

/** A request before this one, with what came back. */
export interface Hop {
  readonly request: TraceRequestMessage
  readonly replies: readonly TraceReplyMessage[]
}

/** What a document is made of: a request, or a reply to it, and the chain of requests that led there, the first first. */
export interface Dossier {
  readonly request: TraceRequestMessage
  /** The reply that the document is of; null where it is of the request. */
  readonly reply: TraceReplyMessage | null
  readonly earlier: readonly Hop[]
}

/** A hop as its audience may see it: the replies that stay are there by the reason for which they do. */
export interface ShownHop {
  readonly request: TraceRequestMessage
  readonly replies: readonly (TraceReplyMessage | { readonly withheld: LeaveReason })[]
}

/** What of a dossier leaves. */
export interface Leaving extends Omit<Dossier, 'earlier'> {
  readonly earlier: readonly (ShownHop | { readonly withheld: LeaveReason })[]
}

/** Whether a reply may leave: to a court only where its originator permitted that, whatever its codes say. */
export function replyMayLeave({ handling, courtUse }: TraceReplyMessage, audience: Audience): Leave {
  if (audience.kind !== 'court') return mayLeave(handling, audience)
  const { permission, ...to } = audience
  const permitted = permission ?? (courtUse.permitted ? { until: null } : undefined)
  if (permitted) {
    if (permitted.until !== null && permitted.until < to.on)
      return { decision: 'refused', reason: 'permission_expired' }
    return mayLeave(handling, { ...to, permission: permitted })
  }
  const leave = mayLeave(handling, to)
  return leave.decision === 'allowed' ? { decision: 'refused', reason: 'court_needs_permission' } : leave
}

const withheldBecause = (leave: Leave): LeaveReason | null => (leave.decision === 'allowed' ? null : leave.reason)

/**
 * How what is in a dossier besides its subject meets the document's audience. Those to whom a message is addressed are
 * strangers to what others told us; our own file may hold all of it.
 */
function audienceOfOthers({ kind, on }: Audience, subject: string, originator: string): Audience {
  if (originator === subject) return { kind, on }
  if (kind === 'addressee') return { kind: 'onward', on }
  return { kind: kind === 'originator' ? 'addressee' : kind, on }
}

/** How the request meets the audience of its reply, which is addressed to whoever asked. A permission is one originator’s. */
function audienceOfAsked(
  { kind, on, permission }: Audience,
  subject: string,
  { handling }: TraceRequestMessage,
): Audience {
  const same = handling.originator === subject && permission !== undefined
  return { kind: kind === 'addressee' ? 'originator' : kind, on, ...(same ? { permission } : {}) }
}

/**
 * What of a dossier may leave to an audience. The subject leaves whole or not at all; of the chain, what may not is named
 * by its reason. Throws `handling_forbids` with the reason and the originator, who could permit it.
 */
export function whatLeaves(dossier: Dossier, audience: Audience): Leaving {
  const { request, reply, earlier } = dossier
  const subject = (reply ?? request).handling.originator
  const refuse = (leave: Leave, originator: string): void => {
    const reason = withheldBecause(leave)
    if (reason !== null) throw new ProofmarkError('handling_forbids', { reason, originator })
  }
  if (reply !== null) refuse(replyMayLeave(reply, audience), reply.handling.originator)
  const asked = reply === null ? audience : audienceOfAsked(audience, subject, request)
  refuse(mayLeave(request.handling, asked), request.handling.originator)

  const hops = earlier.map((hop) => {
    const to = (originator: string) => audienceOfOthers(audience, subject, originator)
    const { originator } = hop.request.handling
    const withheld = withheldBecause(mayLeave(hop.request.handling, to(originator)))
    if (withheld !== null) return { withheld }
    const replies = hop.replies.map((each) => {
      const reason = withheldBecause(replyMayLeave(each, to(each.handling.originator)))
      return reason === null ? each : { withheld: reason }
    })
    return { request: hop.request, replies }
  })
  return { request, reply, earlier: hops }
}
