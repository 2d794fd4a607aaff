import { AnswerError } from '@proofmark/contract/client'
import type { ErrorBody } from '@proofmark/contract/errors'
import type { Purpose } from '@proofmark/contract/purposes'
import type { Picture } from '../draft/draft.ts'

/** How far a photograph has come at the server. */
export interface FileProgress {
  readonly state: 'arriving' | 'kept' | 'refused'
  /** So many bytes have arrived; the next part begins there. */
  readonly received: number
  readonly reason: string | null
}

/** Small, since a part that broke off on a bad line is sent again whole. */
export const PART_BYTES = 256 * 1024

async function send(path: string, type: string, body: BodyInit): Promise<FileProgress> {
  const headers = { 'accept-language': document.documentElement.lang, 'content-type': type }
  const answer = await fetch(path, { method: 'POST', credentials: 'same-origin', headers, body }).catch(() => {
    throw new AnswerError(0, 'unreachable', '', {})
  })
  const said = (await answer.json().catch(() => null)) as unknown
  if (answer.ok) return said as FileProgress
  const { code, message, parameters } = (said as ErrorBody | null)?.error ?? {
    code: 'unexpected' as const,
    message: '',
    parameters: {},
  }
  throw new AnswerError(answer.status, code, message, parameters)
}

/** A file that is announced: a photograph, or the scan of a paper. */
export type Announced = Pick<Picture, 'file' | 'exhibit' | 'view' | 'sha256' | 'bytes'> & {
  readonly kind?: 'photograph' | 'scan'
}

/** Announces a file under the hash that was taken of it; announced twice it is one, and answers how far it came. */
export function announce(recovery: string, announced: Announced, purpose: Purpose): Promise<FileProgress> {
  const { file, exhibit, view, sha256, bytes, kind = 'photograph' } = announced
  const body = { file, recovery, exhibit, kind, view, sha256, bytes, grounds: { purpose } }
  return send('/api/files', 'application/json', JSON.stringify(body))
}

/** Sends the part that begins where the last one ended. */
export function sendPart(file: string, from: number, part: Blob): Promise<FileProgress> {
  return send(`/api/files/${file}/parts?from=${from}`, 'application/octet-stream', part)
}
