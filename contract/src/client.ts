import type * as z from 'zod'
import type { ErrorBody, ErrorCode, ErrorParameters } from './errors.ts'
import { PATHS, type RouteName } from './paths.ts'
import type { ROUTES } from './routes.ts'

type Routes = typeof ROUTES
type Body<Name extends RouteName> = Routes[Name]['body'] extends z.ZodType
  ? z.input<Routes[Name]['body']>
  : Routes[Name]['body'] extends 'file'
    ? Blob | string
    : undefined
export type Answer<Name extends RouteName> = Routes[Name]['answer'] extends z.ZodType
  ? z.output<Routes[Name]['answer']>
  : Routes[Name]['answer'] extends 'file'
    ? Blob
    : string

/** An answer that is not a success, with the sentence in the reader's language. */
export class AnswerError extends Error {
  readonly code: ErrorCode | 'unreachable'
  readonly status: number
  readonly parameters: ErrorParameters
  constructor(status: number, code: ErrorCode | 'unreachable', message: string, parameters: ErrorParameters) {
    super(message)
    this.name = 'AnswerError'
    this.status = status
    this.code = code
    this.parameters = parameters
  }
}

export interface ClientOptions {
  readonly locale: () => string
  readonly base?: string
  readonly fetch?: typeof fetch
}

/** The path with its parameters filled in, and what is left of them as the query. */
export function addressOf(path: string, parameters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(parameters)
  const filled = path.replace(/:(\w+)/g, (_, key: string) => {
    query.delete(key)
    return encodeURIComponent(parameters[key] ?? '')
  })
  return query.size === 0 ? filled : `${filled}?${query}`
}

/**
 * A typed client of every route, without a validator: it trusts the server that serves it.
 * Throws {@link AnswerError} for any answer that is not a success, `unreachable` where none came.
 */
export function createClient({ locale, base = '', fetch: send = fetch }: ClientOptions) {
  return async function call<Name extends RouteName>(
    name: Name,
    body?: Body<Name>,
    inAddress: Readonly<Record<string, string>> = {},
    signal?: AbortSignal,
  ): Promise<Answer<Name>> {
    const { method, path } = PATHS[name]
    const address = addressOf(path, inAddress)
    const file = typeof body === 'string' || body instanceof Blob
    let answer: Response
    try {
      answer = await send(base + address, {
        method,
        credentials: 'same-origin',
        headers: {
          'accept-language': locale(),
          ...(body === undefined ? {} : { 'content-type': file ? 'text/csv' : 'application/json' }),
        },
        ...(body === undefined ? {} : { body: file ? body : JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
      })
    } catch (cause) {
      if (signal?.aborted) throw cause
      throw new AnswerError(0, 'unreachable', '', {})
    }
    if (!answer.ok) {
      const failure = (await answer.json().catch(() => null)) as ErrorBody | null
      const { code, message, parameters } = failure?.error ?? {
        code: 'unexpected' as const,
        message: '',
        parameters: {},
      }
      throw new AnswerError(answer.status, code, message, parameters)
    }
    const isFile = answer.headers.get('content-disposition')?.startsWith('attachment') === true
    return (await (isFile ? answer.blob() : answer.json())) as Answer<Name>
  }
}
export type Client = ReturnType<typeof createClient>
