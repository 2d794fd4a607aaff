import type { Handling, TraceReplyMessage, TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import type { TraceDirection } from '@proofmark/contract/trace-words'
import { canonicalJson, type PlainData } from '@proofmark/proofs/canonical'
import type { EvidencePart, LeftOut } from '../../exchange/rules/evidence-files.ts'
import { type CourtRefusal, courtRefusal } from './court-refusal.ts'

/** A trace as it was asked and answered. */
export interface TracedCase {
  readonly direction: TraceDirection
  readonly request: TraceRequestMessage
  readonly replies: readonly TraceReplyMessage[]
}

/** Words for what a part is and why one is left out, in the reader's language. */
export interface EvidenceWords {
  readonly request: string
  readonly reply: (number: number, originator: string) => string
  readonly chain: string
  readonly kept: (reason: CourtRefusal) => string
}

const plain = (value: unknown): Uint8Array => canonicalJson(JSON.parse(JSON.stringify(value)) as PlainData)
const codesOf = ({ scheme, codes }: Handling): string => [scheme, ...codes].join(' ')

/**
 * The data of a trace as parts of a package, and what handling keeps from a court. What this state said itself it may give
 * to its own courts; what another said goes there as that one permits.
 */
export function evidenceOf({ direction, request, replies }: TracedCase, today: string, words: EvidenceWords) {
  const parts: EvidencePart[] = []
  const leftOut: LeftOut[] = []
  const give = (
    { file, what }: Pick<EvidencePart, 'file' | 'what'>,
    said: {
      readonly handling: Handling
      readonly courtUse: TraceReplyMessage['courtUse'] | null
      readonly own: boolean
    },
    value: unknown,
  ): boolean => {
    const reason = said.own ? null : courtRefusal(said.handling, said.courtUse, today)
    if (reason !== null) {
      leftOut.push({ what, handling: codesOf(said.handling), why: words.kept(reason) })
      return false
    }
    const { courtUse, handling } = said
    const permission =
      courtUse?.permitted && !said.own ? { by: courtUse.by ?? handling.originator, on: courtUse.on } : null
    parts.push({ file, what, bytes: plain(value), handling, permission })
    return true
  }
  const asked = direction === 'outgoing'
  give(
    { file: 'data/request.json', what: words.request },
    { handling: request.handling, courtUse: null, own: asked },
    request,
  )
  const given = replies.filter((reply, at) =>
    give(
      { file: `data/reply-${at + 1}.json`, what: words.reply(at + 1, reply.handling.originator) },
      { handling: reply.handling, courtUse: reply.courtUse, own: !asked },
      reply,
    ),
  )
  const links = given.flatMap((reply) => reply.chain.map((link) => ({ ...link, reply: reply.id })))
  const [first] = given
  if (first && links.length > 0)
    parts.push({
      file: 'data/chain.json',
      what: words.chain,
      bytes: plain(links),
      handling: first.handling,
      permission: null,
    })
  return { parts, leftOut, given: new Set(given.map(({ id }) => id)) }
}
