import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context as HonoContext } from 'hono'

interface FileCall {
  readonly http: HonoContext
}

/** The bytes of a file that is the body of a request, as they come. Throws `body_cut` where they break off. */
export async function* contentOf({ http }: FileCall): AsyncGenerator<Uint8Array> {
  try {
    yield* (http.req.raw.body ?? []) as AsyncIterable<Uint8Array>
  } catch (cause) {
    throw new ProofmarkError('body_cut', {}, cause)
  }
}

/** The name that a sent file is given in the address. */
export const fileNameIn = ({ http }: FileCall): string => (http.req.query('file') ?? 'upload.csv').slice(0, 200)
