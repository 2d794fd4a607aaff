import { AnswerError } from '@proofmark/contract/client'
import type { DocumentShown } from '@proofmark/contract/schemas/case-document'
import { api } from '../frame/api.ts'
import { GROUNDS } from './grounds.ts'

/** The largest document, as the server takes it. */
export const DOCUMENT_BYTES = 64 * 1024 * 1024
/** Small, since a part that broke off on a bad line is sent again whole. */
const PART_BYTES = 1024 * 1024

interface Sending {
  readonly document: string
  readonly case: string
  readonly file: File
  readonly sha256: string
  readonly about: string
}

/** Sends a document part by part, from where it broke off; `onPart` hears how much of it has arrived, of one. */
export async function sendDocument(
  { document, case: id, file, sha256, about }: Sending,
  onPart: (share: number) => void,
): Promise<DocumentShown> {
  const { name, size: bytes } = file
  let now = await api('documentBegin', { document, case: id, name, about, sha256, bytes, grounds: GROUNDS })
  while (now.state === 'arriving') {
    onPart(now.received / bytes)
    const part = file.slice(now.received, now.received + PART_BYTES)
    const before = now.received
    now = await api('documentPart', part, { document, from: String(before) })
    if (now.state === 'arriving' && now.received === before) throw new AnswerError(0, 'unexpected', '', {})
  }
  return now
}
