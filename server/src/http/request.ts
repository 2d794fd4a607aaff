import { ProofmarkError } from '@proofmark/contract/errors'
import { invalidBy } from '@proofmark/contract/expected'
import type * as z from 'zod'
import { isDeeperThan } from '../access/rules/json-depth.ts'
import { unkeepableIn } from '../access/rules/unkeepable.ts'

/** Of JSON a route takes so many bytes, unless its contract says another limit. */
export const JSON_LIMIT_BYTES = 100_000
const DEPTH_LIMIT = 20

/** How long a body of that size may take: a line that is slower than that is held open for nothing. */
const BODY_MS = 30_000

/** The parts of a body as they come. Throws `body_cut` where it breaks off or takes longer than `patience`. */
async function* partsOf(request: Request, patience: number): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader()
  if (!reader) return
  let late = false
  const timer = setTimeout(() => {
    late = true
    reader.cancel().catch(() => {})
  }, patience)
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw new ProofmarkError('body_cut', {}, cause)
      })
      if (late) throw new ProofmarkError('body_cut')
      if (done) return
      yield value
    }
  } finally {
    clearTimeout(timer)
  }
}

/** The text of a body in UTF-8; null for one that is larger than `limit` bytes. */
async function textWithin(request: Request, limit: number, patience: number): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return null
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of partsOf(request, patience)) {
    size += part.length
    if (size > limit) return null
    parts.push(part)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts))
  } catch (cause) {
    throw new ProofmarkError('body_invalid', { field: 'body', expected: 'utf8' }, cause)
  }
}

/** How long a file may take that is no import: some tens of megabytes over a slow line. */
const FILE_MS = 10 * 60_000

/** The content of a request as text; null for one that is larger than `limit` bytes. Throws `body_cut`, `body_invalid`. */
export const readFileText = (request: Request, limit: number): Promise<string | null> =>
  textWithin(request, limit, FILE_MS)

/** Throws `body_invalid` for text that PostgreSQL and the log could not keep as it is. */
export function refuseUnkeepable(value: unknown): void {
  const found = unkeepableIn(value)
  if (found) throw new ProofmarkError('body_invalid', { field: found.field || 'body', expected: found.expected })
}

export interface BodyBounds {
  readonly limit?: number | undefined
  /** Milliseconds; a larger body may take as much longer as it is larger. */
  readonly patience?: number
}

/**
 * The body of a request, as its schema types it. Throws `body_not_json`, `body_cut`, `body_too_large`, `body_too_deep` and
 * `body_invalid`, which names the field and what would be accepted.
 */
export async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  { limit = JSON_LIMIT_BYTES, patience = (BODY_MS * limit) / JSON_LIMIT_BYTES }: BodyBounds = {},
): Promise<z.output<Schema>> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\b/i.test(type)) throw new ProofmarkError('body_not_json')
  const text = await textWithin(request, limit, patience)
  if (text === null) throw new ProofmarkError('body_too_large', { limit })
  if (isDeeperThan(text, DEPTH_LIMIT)) throw new ProofmarkError('body_too_deep', { limit: DEPTH_LIMIT })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new ProofmarkError('body_invalid', { field: 'body', expected: 'json' }, cause)
  }
  refuseUnkeepable(value)
  const outcome = schema.safeParse(value)
  if (outcome.success) return outcome.data
  throw invalidBy(outcome.error, '', schema)
}
