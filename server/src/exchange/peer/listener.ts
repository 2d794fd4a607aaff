import { constants } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { PeerRefusal } from '@proofmark/contract/exchange-words'
import { reasonOf } from '../../processes/reason.ts'
import { storeFailure } from '../../store/failures.ts'
import type { ExchangeNode } from '../node.ts'
import { partnerByCertificate } from '../queries/partner-keys.ts'
import { certificateOf } from './certificate-of.ts'
import type { PeerAnswer, PeerRoute } from './peer-route.ts'
import { receiveBody } from './receive-body.ts'

export interface Listening {
  readonly port: number
  /** Takes nothing new, lets what is under way end within so many milliseconds, and cuts the rest. */
  readonly close: (patience: number) => Promise<void>
}

export interface ListenOptions {
  readonly port: number
  readonly address: string
  readonly routes: readonly PeerRoute[]
}

const STATUS: Readonly<Partial<Record<PeerRefusal, number>>> = {
  certificate_unknown: 403,
  not_allowed: 403,
  not_found: 404,
  cut: 408,
  id_reused: 409,
  too_large: 413,
  quota: 429,
  busy: 503,
}

const STRANGERS_MS = 60_000

/** After one of these nothing more is read on the connection. */
const ENDING: ReadonlySet<PeerRefusal> = new Set(['certificate_unknown', 'too_large', 'cut'])

function answer(response: ServerResponse, given: PeerAnswer, now: Date): void {
  if (response.destroyed) return
  response.setHeader('date', now.toUTCString())
  if ('refusal' in given) {
    const { refusal, accepted } = given
    if (ENDING.has(refusal)) response.setHeader('connection', 'close')
    const body = JSON.stringify(accepted === undefined ? { code: refusal } : { code: refusal, accepted })
    response.writeHead(STATUS[refusal] ?? 422, { 'content-type': 'application/json' }).end(body)
    return
  }
  const body = 'bytes' in given ? given.bytes : JSON.stringify(given.json)
  const type = 'bytes' in given ? 'application/octet-stream' : 'application/json'
  response.writeHead(200, { 'content-type': type }).end(body)
}

/**
 * Listens for partners: TLS 1.3 with certificates on both ends, the partner's pinned by its fingerprint. Who it is, is
 * looked up for each request, so that a revoked certificate ends a connection that stands open. A stranger learns a code.
 */
export async function listen(node: ExchangeNode, { port, address, routes }: ListenOptions): Promise<Listening> {
  const { logger, clock } = node.services
  const byPath = new Map(routes.map((route) => [route.path, route]))

  let toldAt = Number.NEGATIVE_INFINITY
  /** For the operator, and not as often as a stranger likes. */
  function noteStranger(fingerprint: string | null): void {
    if (clock().getTime() - toldAt < STRANGERS_MS) return
    toldAt = clock().getTime()
    logger.warn({ fingerprint }, 'a node called that is no partner, or whose certificate was revoked')
  }

  async function respond(request: IncomingMessage): Promise<PeerAnswer> {
    const fingerprint = certificateOf(request.socket as TLSSocket, clock())
    const partner =
      fingerprint === null ? null : await node.run((context) => partnerByCertificate(context, fingerprint))
    if (partner === null) {
      noteStranger(fingerprint)
      return { refusal: 'certificate_unknown' }
    }
    const route = request.method === 'POST' ? byPath.get(request.url ?? '') : undefined
    if (!route) return { refusal: 'not_found' }
    const body = await receiveBody(request, route.limit, route.patience)
    if (typeof body === 'string') return { refusal: body }
    return route.handle({ node, partner, headers: request.headers, body })
  }

  const server = createServer(
    {
      ...node.keys.tls,
      minVersion: 'TLSv1.3',
      requestCert: true,
      // Nobody signs for anybody here: the certificate is looked up by its fingerprint, below, before a byte is read.
      rejectUnauthorized: false,
      secureOptions: constants.SSL_OP_NO_TICKET,
      maxHeaderSize: 16_384,
      handshakeTimeout: 10_000,
      headersTimeout: 10_000,
      requestTimeout: 120_000,
      keepAliveTimeout: 60_000,
    },
    (request, response) => {
      respond(request)
        .catch((failure: unknown): PeerAnswer => {
          logger.error({ reason: reasonOf(failure), store: storeFailure(failure) }, 'a partner’s request failed')
          return { refusal: 'busy' }
        })
        .then((given) => {
          answer(response, given, clock())
          // What is still under way of a body that is not taken is not waited for.
          if ('refusal' in given && ENDING.has(given.refusal)) response.once('close', () => request.destroy())
        })
        .catch((failure: unknown) => {
          logger.error({ reason: reasonOf(failure) }, 'a partner could not be answered')
          request.destroy()
        })
    },
  )
  server.maxConnections = 200
  server.on('tlsClientError', (_, socket) => socket.destroy())
  server.on('clientError', (_, socket) => socket.destroy())
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, address, () => resolve())
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: async (patience) => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      const forced = setTimeout(() => server.closeAllConnections(), patience)
      await closed
      clearTimeout(forced)
    },
  }
}
