import type { IncomingMessage } from 'node:http'
import type { PeerRefusal } from '@proofmark/contract/exchange-words'

const PATIENCE_MS = 30_000

/** The whole body, or why it is not taken: what is too large is seen before or while it comes, and never kept. */
export function receiveBody(
  request: IncomingMessage,
  limit: number,
  patience = PATIENCE_MS,
): Promise<Buffer | PeerRefusal> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve('too_large')
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    let size = 0
    const settle = (outcome: Buffer | PeerRefusal) => {
      clearTimeout(timer)
      request.removeAllListeners('data')
      resolve(outcome)
    }
    const timer = setTimeout(() => settle('cut'), patience)
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size > limit) settle('too_large')
      else parts.push(part)
    })
    request.on('end', () => settle(Buffer.concat(parts)))
    request.on('error', () => settle('cut'))
    request.on('close', () => settle('cut'))
  })
}
