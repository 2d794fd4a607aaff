import { constants } from 'node:crypto'
import { Agent, type ClientRequestArgs, request as httpRequest, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { connect } from 'node:tls'
import type { LinkFailure } from '@proofmark/contract/exchange-words'
import type { NodeKeys } from '../keys/node-keys.ts'
import { certificateOf } from './certificate-of.ts'

/** Why a partner could not be asked, or what it answered could not be had. */
export class LinkFailed extends Error {
  readonly reason: LinkFailure
  constructor(reason: LinkFailure, cause?: unknown) {
    super(reason, cause === undefined ? undefined : { cause })
    this.name = 'LinkFailed'
    this.reason = reason
  }
}

export interface PeerAddress {
  readonly endpoint: string
  /** Fingerprints of the certificates by which the partner is known at this moment. */
  readonly certificates: readonly string[]
}

export interface PeerRequest {
  readonly path: string
  readonly body: Uint8Array
  readonly headers?: Readonly<Record<string, string>>
  /** The largest answer that is taken, in bytes. */
  readonly limit: number
  /** How long it may take from the first to the last byte, in milliseconds. */
  readonly patience: number
}

export interface PeerResponse {
  readonly status: number
  readonly body: Buffer
}

const CONNECT_MS = 10_000

type Connected = (failure: Error | null, stream: Duplex) => void

/** Connections on which nothing is said before the certificate at the other end was found to be the partner's. */
class PinnedAgent extends Agent {
  readonly #keys: NodeKeys
  readonly #certificates: ReadonlySet<string>
  readonly #clock: () => Date
  constructor(keys: NodeKeys, certificates: readonly string[], clock: () => Date) {
    super({ keepAlive: true, keepAliveMsecs: 30_000, maxSockets: 16, maxFreeSockets: 8, timeout: 55_000 })
    this.#keys = keys
    this.#certificates = new Set(certificates)
    this.#clock = clock
  }

  override createConnection(options: ClientRequestArgs, done?: Connected): undefined {
    const socket = connect({
      host: options.host ?? '',
      port: Number(options.port),
      ...this.#keys.tls,
      minVersion: 'TLSv1.3',
      rejectUnauthorized: false,
      secureOptions: constants.SSL_OP_NO_TICKET,
    })
    const settle = (failure: Error | null) => {
      clearTimeout(timer)
      socket.off('error', failed)
      socket.off('close', closed)
      if (failure) socket.destroy()
      done?.(failure, socket)
    }
    const failed = (cause: Error) => settle(new LinkFailed('unreachable', cause))
    const closed = () => settle(new LinkFailed('unreachable'))
    const timer = setTimeout(() => settle(new LinkFailed('slow')), CONNECT_MS)
    socket.once('error', failed)
    socket.once('close', closed)
    socket.once('secureConnect', () => {
      const fingerprint = certificateOf(socket, this.#clock())
      const known = fingerprint !== null && this.#certificates.has(fingerprint)
      settle(known ? null : new LinkFailed('partner_certificate'))
    })
    return undefined
  }
}

/** The whole answer, within its limit. */
async function readAnswer(response: IncomingMessage, limit: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length
    if (size > limit) {
      response.destroy()
      throw new LinkFailed('answer_unreadable')
    }
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Calls partners over connections that are kept open between calls, those of one partner by its certificates. */
export class PeerCaller {
  readonly #keys: NodeKeys
  readonly #clock: () => Date
  readonly #agents = new Map<string, PinnedAgent>()
  constructor(keys: NodeKeys, clock: () => Date) {
    this.#keys = keys
    this.#clock = clock
  }

  /**
   * Asks a partner, and answers what it said, whatever its status. Throws `LinkFailed`: a connection that breaks, takes too
   * long, says too much, or has another certificate at its end.
   */
  async call(address: PeerAddress, { path, body, headers = {}, limit, patience }: PeerRequest): Promise<PeerResponse> {
    const { hostname, port } = new URL(address.endpoint)
    const stop = new AbortController()
    const timer = setTimeout(() => stop.abort(), patience)
    try {
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        const request = httpRequest({
          // A bracketed IPv6 address of the URL is none of a socket.
          host: hostname.replace(/^\[|\]$/g, ''),
          port: port === '' ? 443 : Number(port),
          path,
          method: 'POST',
          agent: this.#agentOf(address),
          signal: stop.signal,
          headers: { ...headers, 'content-length': body.length, date: this.#clock().toUTCString() },
        })
        request.once('response', resolve)
        request.once('error', reject)
        request.end(body)
      })
      return { status: response.statusCode ?? 0, body: await readAnswer(response, limit) }
    } catch (failure) {
      if (failure instanceof LinkFailed) throw failure
      throw new LinkFailed(stop.signal.aborted ? 'slow' : 'link_cut', failure)
    } finally {
      clearTimeout(timer)
    }
  }

  #agentOf({ endpoint, certificates }: PeerAddress): PinnedAgent {
    // Another set of certificates is another agent: connections made under a revoked one are not used again.
    const under = [endpoint, ...[...certificates].sort()].join(' ')
    const known = this.#agents.get(under)
    if (known) return known
    for (const [other, agent] of this.#agents) {
      if (!other.startsWith(`${endpoint} `)) continue
      agent.destroy()
      this.#agents.delete(other)
    }
    const made = new PinnedAgent(this.#keys, certificates, this.#clock)
    this.#agents.set(under, made)
    return made
  }

  close(): void {
    for (const agent of this.#agents.values()) agent.destroy()
    this.#agents.clear()
  }
}
