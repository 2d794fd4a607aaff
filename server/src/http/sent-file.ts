import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context as HonoContext } from 'hono'

interface FileCall {
  readonly http: HonoContext
}

/** The bytes of a file that is the body of a request, as they come. */
export const contentOf = ({ http }: FileCall): AsyncIterable<Uint8Array> =>
  (http.req.raw.body ?? new ReadableStream()) as AsyncIterable<Uint8Array>

/** The name that a sent file is given in the address. Throws `body_invalid` for one that could not be kept. */
export function fileNameIn({ http }: FileCall): string {
  const name = http.req.query('file') ?? 'upload.csv'
  if (name.includes('\0') || !name.isWellFormed())
    throw new ProofmarkError('body_invalid', { field: 'file', expected: 'unicode' })
  return name.slice(0, 200)
}
