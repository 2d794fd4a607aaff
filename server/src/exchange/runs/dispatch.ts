import { LINK_FAILURES, type LinkFailure, PEER_REFUSALS, type PeerRefusal } from '@proofmark/contract/exchange-words'
import * as z from 'zod'
import { reasonOf } from '../../processes/reason.ts'
import { type Claimed, claimOutbox, partnersDue } from '../commands/claim-outbox.ts'
import { acknowledge, postpone } from '../commands/settle-outbox.ts'
import { faultPoint } from '../fault-point.ts'
import { RECEIPT_LIMIT, readReceipt } from '../keys/receipt.ts'
import { signMessage } from '../keys/sign-message.ts'
import type { ExchangeNode } from '../node.ts'
import { LinkFailed, type PeerAddress, type PeerRequest, type PeerResponse } from '../peer/call-peer.ts'
import { MESSAGES_PATH, SIGNATURE_HEADER } from '../peer/message-route.ts'
import { partnerAddress } from '../queries/partner-address.ts'
import { partnerKeys } from '../queries/partner-keys.ts'
import { LIFE_MS } from '../rules/arrival.ts'
import { parsePlain } from '../rules/parse-plain.ts'

/** How partners are reached; in tests of faults something that is in the way. */
export interface Caller {
  readonly call: (address: PeerAddress, request: PeerRequest) => Promise<PeerResponse>
}

export interface Dispatched {
  readonly attempts: number
  readonly acknowledged: number
}

const AT_ONCE = 8
const PATIENCE_MS = 60_000
const receiptAnswer = z.object({ receipt: z.string().max(RECEIPT_LIMIT) })
const refusalAnswer = z.object({ code: z.enum(PEER_REFUSALS) })

type Outcome = { readonly receipt: string } | { readonly reason: PeerRefusal | LinkFailure }

function outcomeOf({ status, body }: PeerResponse): Outcome {
  const value = parsePlain(body)?.value
  const receipt = receiptAnswer.safeParse(value)
  if (status === 200 && receipt.success) return receipt.data
  const refusal = refusalAnswer.safeParse(value)
  return { reason: status !== 200 && refusal.success ? refusal.data.code : 'answer_unreadable' }
}

/** Where a partner is reached at the moment, and whose signatures are its receipts. */
interface Reached {
  readonly address: PeerAddress | null
  readonly keys: readonly Buffer[]
}

/** Sends one message and answers the receipt, if it is one of this partner's for this message. */
async function send(
  node: ExchangeNode,
  caller: Caller,
  message: Claimed,
  { address, keys }: Reached,
): Promise<Outcome> {
  const { id, partner, kind, about, body, sha256 } = message
  const hash = sha256.toString('hex')
  if (address === null) return { reason: 'no_endpoint' }
  faultPoint('claimed')
  const now = node.services.clock()
  const signature = await signMessage(node.keys, body, {
    recipient: partner,
    message: id,
    kind,
    about,
    hash,
    sentAt: now.toISOString(),
    expires: new Date(now.getTime() + LIFE_MS.node).toISOString(),
  })
  const headers = { [SIGNATURE_HEADER]: signature, 'content-type': 'application/json' }
  const given = outcomeOf(
    await caller.call(address, { path: MESSAGES_PATH, body, headers, limit: 16_384, patience: PATIENCE_MS }),
  )
  if ('reason' in given) return given
  const receipt = await readReceipt(given.receipt, keys)
  const isOurs =
    receipt?.message === id &&
    receipt.hash === hash &&
    receipt.sender === node.keys.node &&
    receipt.recipient === partner
  return isOurs ? given : { reason: 'receipt_wrong' }
}

async function attempt(node: ExchangeNode, caller: Caller, message: Claimed, reached: Reached): Promise<Outcome> {
  const outcome = await send(node, caller, message, reached).catch((failure: unknown): Outcome => {
    if (failure instanceof LinkFailed) return { reason: failure.reason }
    throw failure
  })
  if ('receipt' in outcome) faultPoint('receipted')
  await node.run(async (context) => {
    if ('receipt' in outcome) await acknowledge(context, message, outcome.receipt)
    else await postpone(context, message, outcome.reason, Math.random())
    if ('receipt' in outcome) faultPoint('settling')
  })
  if ('receipt' in outcome) faultPoint('settled')
  return outcome
}

const isLinkFailure = (outcome: Outcome): boolean =>
  'reason' in outcome && LINK_FAILURES.some((each) => each === outcome.reason)

/** All that is due to one partner, several at once; ends where nothing gets through, or it is told to. */
async function dispatchTo(
  node: ExchangeNode,
  caller: Caller,
  partner: string,
  signal: AbortSignal | undefined,
): Promise<Dispatched> {
  let attempts = 0
  let acknowledged = 0
  while (!signal?.aborted) {
    const { claimed, reached } = await node.run(async (context) => ({
      claimed: await claimOutbox(context, partner, AT_ONCE),
      reached: {
        address: await partnerAddress(context, partner),
        keys: await partnerKeys(context, partner, 'message', context.now),
      },
    }))
    if (claimed.length === 0) break
    const outcomes = await Promise.all(
      claimed.map((message) =>
        // Where its own database fails, the message is due again when its lease ends.
        attempt(node, caller, message, reached).catch((failure: unknown) => {
          node.services.logger.error({ message: message.id, reason: reasonOf(failure) }, 'an attempt was not settled')
          return null
        }),
      ),
    )
    attempts += outcomes.length
    acknowledged += outcomes.filter((outcome) => outcome && 'receipt' in outcome).length
    if (outcomes.every((outcome) => outcome === null || isLinkFailure(outcome))) break
  }
  return { attempts, acknowledged }
}

/** Sends what is due to every partner, each on its own: one that is slow holds up no other. */
export async function dispatch(node: ExchangeNode, caller: Caller, signal?: AbortSignal): Promise<Dispatched> {
  const partners = await node.run(partnersDue)
  const done = await Promise.all(partners.map((partner) => dispatchTo(node, caller, partner, signal)))
  return {
    attempts: done.reduce((sum, { attempts }) => sum + attempts, 0),
    acknowledged: done.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
  }
}
