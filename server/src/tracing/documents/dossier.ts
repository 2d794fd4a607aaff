import { ProofmarkError } from '@proofmark/contract/errors'
import type { Handling, TraceReplyMessage, TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import { type Audience, type Leave, type LeaveReason, mayLeave } from '@proofmark/domain/may-leave'
import { courtUseOf, type NotedPermission, standingPermission } from '../rules/requests/permissions.ts'

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
  /** What was noted of permissions by their originators, the first first; nothing, where it is absent. */
  readonly permissions?: readonly NotedPermission[]
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
export function replyMayLeave(
  reply: TraceReplyMessage,
  audience: Audience,
  permissions: readonly NotedPermission[],
): Leave {
  const { handling } = reply
  if (audience.kind !== 'court') return mayLeave(handling, audience)
  const { permission, ...to } = audience
  const courtUse = courtUseOf(reply, permissions)
  const permitted = permission ?? (courtUse.permitted ? { until: courtUse.until } : undefined)
  if (permitted) {
    if (permitted.until !== null && permitted.until < to.on)
      return { decision: 'refused', reason: 'permission_expired' }
    return mayLeave(handling, { ...to, permission: permitted })
  }
  const leave = mayLeave(handling, to)
  return leave.decision === 'allowed' ? { decision: 'refused', reason: 'court_needs_permission' } : leave
}

type TraceMessage = TraceRequestMessage | TraceReplyMessage

/** Who says it: what a message calls its originator counts only together with the state that it came from. */
const sayerOf = (message: TraceMessage): string =>
  JSON.stringify([
    message.what === 'trace-request' ? message.requester.country : message.replier.country,
    message.handling.originator,
  ])

/**
 * How a part of a dossier meets the document's audience. Those to whom the subject is addressed are strangers to what
 * others told us, but for the request that a reply answers; our own file may hold all of it. A permission is one
 * originator's.
 */
function audienceOf(part: TraceMessage, { request, reply }: Dossier, audience: Audience): Audience {
  const subject = reply ?? request
  if (part === subject) return audience
  const { kind, on, permission } = audience
  const same = sayerOf(part) === sayerOf(subject)
  if (same) return { kind, on, ...(permission ? { permission } : {}) }
  if (kind === 'addressee') return { kind: part === request ? 'originator' : 'onward', on }
  return { kind: kind === 'originator' ? 'addressee' : kind, on }
}

/** Whether a part of a dossier may leave to the audience of its document. */
function partMayLeave(part: TraceMessage, dossier: Dossier, audience: Audience): Leave {
  const met = audienceOf(part, dossier, audience)
  const { permissions = [] } = dossier
  const noted = standingPermission(permissions, part.id, met.kind)
  const permitted = noted?.permitted && !met.permission ? { ...met, permission: { until: noted.until } } : met
  return part.what === 'trace-reply' ? replyMayLeave(part, permitted, permissions) : mayLeave(part.handling, permitted)
}

/** A part of a dossier, what its originator permits, and whether it may leave. */
export interface Part {
  readonly what: TraceMessage['what']
  readonly id: string
  readonly handling: Handling
  readonly leave: Leave
}

/** Each part of a dossier with its handling codes and whether they let it leave: the subject first. */
export function partsOf(dossier: Dossier, audience: Audience): Part[] {
  const { request, reply, earlier } = dossier
  const messages = [
    ...(reply === null ? [] : [reply]),
    request,
    ...earlier.flatMap((hop) => [hop.request, ...hop.replies]),
  ]
  return messages.map((message) => ({
    what: message.what,
    id: message.id,
    handling: message.handling,
    leave: partMayLeave(message, dossier, audience),
  }))
}

/**
 * What of a dossier may leave to an audience. The subject leaves whole or not at all; of the chain, what may not is named
 * by its reason. Throws `handling_forbids` with the reason and the originator, who could permit it.
 */
export function whatLeaves(dossier: Dossier, audience: Audience): Leaving {
  const { request, reply, earlier, ...noted } = dossier
  const reasonAgainst = (part: TraceMessage): LeaveReason | null => {
    const leave = partMayLeave(part, dossier, audience)
    return leave.decision === 'allowed' ? null : leave.reason
  }
  for (const part of reply === null ? [request] : [reply, request]) {
    const reason = reasonAgainst(part)
    if (reason !== null) throw new ProofmarkError('handling_forbids', { reason, originator: part.handling.originator })
  }
  const hops = earlier.map((hop) => {
    const withheld = reasonAgainst(hop.request)
    if (withheld !== null) return { withheld }
    const replies = hop.replies.map((each) => {
      const reason = reasonAgainst(each)
      return reason === null ? each : { withheld: reason }
    })
    return { request: hop.request, replies }
  })
  return { request, reply, earlier: hops, ...noted }
}
