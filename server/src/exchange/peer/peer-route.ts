import type { IncomingHttpHeaders } from 'node:http'
import type { PeerRefusal } from '@proofmark/contract/exchange-words'
import type { ExchangeNode } from '../node.ts'

/** A request of an authenticated partner, whose whole body is here and within its limit. */
export interface PeerCall {
  readonly node: ExchangeNode
  /** Short name of the partner whose certificate the connection was made with. */
  readonly partner: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Bytes as they are, or plain data that is sent as JSON. */
export type PeerAnswer =
  | { readonly bytes: Uint8Array }
  | { readonly json: unknown }
  | { readonly refusal: PeerRefusal; readonly accepted?: readonly string[] }

/** One address of the listener. It is answered to partners alone, and always by POST. */
export interface PeerRoute {
  readonly path: string
  /** The largest body in bytes; what is longer is cut off while it comes. */
  readonly limit: number
  /** How long a body may be under way, in milliseconds; 30 seconds where nothing is said. */
  readonly patience?: number
  readonly handle: (call: PeerCall) => Promise<PeerAnswer>
}
