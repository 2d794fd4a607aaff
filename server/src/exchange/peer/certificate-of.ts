import type { TLSSocket } from 'node:tls'
import { fingerprintOf } from '../keys/certificate.ts'

/** The fingerprint of the certificate at the other end; null where there is none, or its time is not now. */
export function certificateOf(socket: TLSSocket, now: Date): string | null {
  const certificate = socket.getPeerX509Certificate?.()
  if (!certificate) return null
  const from = Date.parse(certificate.validFrom)
  const to = Date.parse(certificate.validTo)
  // The clocks of two nodes are seldom one; the agreement says by how much messages may differ.
  const margin = 24 * 3_600_000
  if (!(from - margin <= now.getTime() && now.getTime() <= to)) return null
  return fingerprintOf(certificate.raw)
}
