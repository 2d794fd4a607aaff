import type { PeerRefusal } from '@proofmark/contract/exchange-words'
import type { MessageHeader } from '@proofmark/contract/schemas/exchange-signature'

/** By what a message came: over a connection whose clock can be seen, or in a file that was carried for days. */
export type Door = 'node' | 'file'

export interface ArrivalAt {
  readonly door: Door
  /** By whose connection it came, or whose file it says to be. */
  readonly partner: string
  /** The name of this node. */
  readonly node: string
  /** SHA-256 of the bytes that came. */
  readonly hash: string
  readonly now: Date
  /** What the partner's clock said when the connection was made; null in a file. */
  readonly partnerClock: Date | null
  /** As the agreement says, in seconds. */
  readonly clockTolerance: number
}

/**
 * Why a message whose signature is right is refused nevertheless; null where its header is of this sender, for this node,
 * of these bytes and of this time. A clock that is wrong is told from a message that is old by what the partner's clock
 * said on the connection.
 */
export function refusalOfHeader(header: MessageHeader, at: ArrivalAt): PeerRefusal | null {
  if (header.sender !== at.partner) return 'sender_other'
  if (header.recipient !== at.node) return 'recipient_other'
  if (header.hash !== at.hash) return 'hash_other'
  const tolerance = at.clockTolerance * 1_000
  const now = at.now.getTime()
  if (at.partnerClock && Math.abs(at.partnerClock.getTime() - now) > tolerance) return 'clock_apart'
  if (Date.parse(header.sentAt) - now > tolerance) return 'clock_apart'
  return Date.parse(header.expires) < now - tolerance ? 'expired' : null
}

/** A signature made for a connection holds for minutes, one in a file for as long as files are under way. */
export const LIFE_MS: Readonly<Record<Door, number>> = { node: 10 * 60_000, file: 60 * 24 * 3_600_000 }
