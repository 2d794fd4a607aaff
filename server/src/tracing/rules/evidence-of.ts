import type { Handling, TraceReplyMessage, TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import type { TraceDirection } from '@proofmark/contract/trace-words'
import { type Audience, type Leave, type LeaveReason, mayLeave } from '@proofmark/domain/may-leave'
import { canonicalJson, type PlainData } from '@proofmark/proofs/canonical'
import type { EvidencePart, LeftOut } from '../../exchange/rules/evidence-files.ts'
import { replyMayLeave } from '../documents/dossier.ts'
import { courtUseOf, type NotedPermission, standingPermission } from './requests/permissions.ts'

/** A trace as it was asked and answered. */
export interface TracedCase {
  readonly direction: TraceDirection
  readonly request: TraceRequestMessage
  readonly replies: readonly TraceReplyMessage[]
  /** What was noted of permissions by their originators. */
  readonly permissions: readonly NotedPermission[]
}

/** Words for what a part is and why one is left out, in the reader's language. */
export interface EvidenceWords {
  readonly request: string
  readonly reply: (number: number, originator: string) => string
  readonly chain: string
  readonly kept: (reason: LeaveReason) => string
}

/** What of a trace goes to a court. */
export interface CourtCase {
  readonly parts: readonly EvidencePart[]
  readonly leftOut: readonly LeftOut[]
  /** Null where it may not go there. */
  readonly request: TraceRequestMessage | null
  /** Those that may, each with its number. */
  readonly replies: readonly { readonly number: number; readonly reply: TraceReplyMessage }[]
  readonly permissions: readonly NotedPermission[]
}

const plain = (value: unknown): Uint8Array => canonicalJson(JSON.parse(JSON.stringify(value)) as PlainData)
const codesOf = ({ scheme, codes }: Handling): string => [scheme, ...codes].join(' ')
const reasonOf = (leave: Leave): LeaveReason | null => (leave.decision === 'allowed' ? null : leave.reason)

/** The chain that a reply tells, under that reply's own codes. */
function chainPart({ number, reply }: CourtCase['replies'][number], { permission }: EvidencePart, what: string) {
  const links = reply.chain.map((link) => ({ ...link, reply: reply.id }))
  const { handling } = reply
  const part: EvidencePart = { file: `data/chain-${number}.json`, what, bytes: plain(links), handling, permission }
  return links.length === 0 ? [] : [part]
}

/**
 * The data of a trace as parts of a package, and what handling keeps from a court. What this state said itself it may give
 * to its own courts; what another said goes there as its codes and its permission allow.
 */
export function evidenceOf(
  { direction, request, replies, permissions }: TracedCase,
  today: string,
  words: EvidenceWords,
): CourtCase {
  const asked = direction === 'outgoing'
  const court: Audience = { kind: 'court', on: today }
  const ours: Audience = { kind: 'originator', on: today }
  const leftOut: LeftOut[] = []
  const keep = (what: string, handling: Handling, reason: LeaveReason) =>
    leftOut.push({ what, handling: codesOf(handling), why: words.kept(reason) })

  const asCourt = standingPermission(permissions, request.id, 'court')
  const permitted = asCourt?.permitted ? { permission: { until: asCourt.until } } : {}
  const kept = reasonOf(mayLeave(request.handling, asked ? ours : { ...court, ...permitted }))
  if (kept !== null) keep(words.request, request.handling, kept)
  const { handling } = request
  const requestPart: EvidencePart[] =
    kept === null
      ? [
          {
            ...{ file: 'data/request.json', what: words.request, bytes: plain(request), handling },
            permission: !asked && asCourt?.permitted ? { by: asCourt.givenBy, on: asCourt.givenOn } : null,
          },
        ]
      : []

  const numbered = replies.map((reply, at) => ({ number: at + 1, reply }))
  const given = numbered.filter(({ number, reply }) => {
    const reason = reasonOf(replyMayLeave(reply, asked ? court : ours, permissions))
    if (reason !== null) keep(words.reply(number, reply.handling.originator), reply.handling, reason)
    return reason === null
  })
  const replyParts = given.map(({ number, reply }): EvidencePart => {
    const { permitted, by, on } = courtUseOf(reply, permissions)
    return {
      file: `data/reply-${number}.json`,
      what: words.reply(number, reply.handling.originator),
      bytes: plain(reply),
      handling: reply.handling,
      permission: asked && permitted ? { by: by ?? reply.handling.originator, on } : null,
    }
  })
  const chains = given.flatMap((each, at) => chainPart(each, replyParts[at]!, words.chain))
  return {
    parts: [...requestPart, ...replyParts, ...chains],
    leftOut,
    request: kept === null ? request : null,
    replies: given,
    permissions,
  }
}
