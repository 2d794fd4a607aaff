import { sayIn } from '@proofmark/contract/catalogues'
import { ERRORS, type ErrorBody, ProofmarkError } from '@proofmark/contract/errors'
import { chooseLocale, type Locale } from '@proofmark/contract/locales'
import type { Say } from '@proofmark/contract/messages'
import { PATHS, type RouteName } from '@proofmark/contract/paths'
import { PURPOSES } from '@proofmark/contract/purposes'
import { ROUTES, type Route } from '@proofmark/contract/routes'
import type { Hono, Context as HonoContext } from 'hono'
import type * as z from 'zod'
import type { Context, Grounds, Reader } from '../access/context.ts'
import { needRole } from '../access/policy/role.ts'
import { needDoor } from '../access/policy/sign-in.ts'
import { resolveReader } from '../access/queries/resolve-reader.ts'
import { readerByAccessToken, readerBySession, type SignedIn, type SignIn } from '../access/queries/signed-in-reader.ts'
import { runCommand, settleFailure } from '../access/run-command.ts'
import { type Caller, logRefusal } from '../access/sign-in/attempt.ts'
import { callerOf, sessionCookie } from './caller.ts'
import { checkOrigin } from './guard.ts'
import { readBody, refuseUnkeepable } from './request.ts'
import type { HttpServices } from './services.ts'

type Routes = typeof ROUTES
type BodyOf<Name extends RouteName> = Routes[Name]['body'] extends z.ZodType
  ? z.output<Routes[Name]['body']>
  : undefined
/** A file to be taken away: its name, and its lines as they come. */
export interface CsvAnswer {
  readonly file: string
  readonly lines: AsyncIterable<string>
}

/** A file that is there whole. */
interface WholeFile {
  readonly file: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** A file that leaves as it comes, so that many who take large ones at once do not fill the memory. */
interface FileInParts {
  readonly file: string
  readonly mediaType: string
  readonly size: number
  readonly parts: AsyncIterable<Uint8Array>
}

export type FileAnswer = WholeFile | FileInParts

export type AnswerOf<Name extends RouteName> = Routes[Name]['answer'] extends z.ZodType
  ? z.output<Routes[Name]['answer']>
  : Routes[Name]['answer'] extends 'file'
    ? FileAnswer
    : CsvAnswer

/** One request at a route: who asks, what, and in which language. */
export interface Call<Name extends RouteName> {
  readonly body: BodyOf<Name>
  readonly http: HonoContext
  readonly say: Say
  readonly locale: Locale
  readonly caller: Caller
}

/** A call by somebody who is signed in; `run` runs a command in their name, with the grounds that they gave. */
export interface SignedInCall<Name extends RouteName> extends Call<Name> {
  readonly reader: Reader
  readonly signIn: SignIn
  readonly grounds: Grounds | null
  readonly run: <Result>(work: (context: Context) => Promise<Result>) => Promise<Result>
  /** For work that outlives the answer: resolves the reader's rights anew for each command. */
  readonly runLater: SignedInCall<Name>['run']
}

type Handler<Name extends RouteName> = Routes[Name]['roles'] extends null
  ? (call: Call<Name>) => Promise<AnswerOf<Name>>
  : (call: SignedInCall<Name>) => Promise<AnswerOf<Name>>

async function signedIn({ pool, clock, installation }: HttpServices, http: HonoContext): Promise<SignedIn> {
  const [scheme, token] = (http.req.header('authorization') ?? '').split(' ')
  const session = sessionCookie(http, installation.id)
  const found =
    scheme?.toLowerCase() === 'bearer' && token
      ? await readerByAccessToken(pool, token, clock())
      : session
        ? await readerBySession(pool, session, clock())
        : null
  if (found && 'reader' in found) return found
  if (token || session) {
    const method = token ? 'token' : null
    await logRefusal(pool, method, { reason: 'unknown_or_over', account: found?.over ?? null })
  }
  throw new ProofmarkError('sign_in_needed')
}

/** The purpose and reference that came in the body, or for a file in the query. */
function groundsOf(body: unknown, http: HonoContext): Grounds | null {
  if (body !== null && typeof body === 'object' && 'grounds' in body) return body.grounds as Grounds
  const reference = http.req.query('reference')?.slice(0, 120)
  const purpose = PURPOSES.find((each) => each === http.req.query('purpose'))
  if (purpose) return reference ? { purpose, reference } : { purpose }
  if (http.req.query('purpose') !== undefined) return null
  return reference ? { purpose: 'data_quality', reference } : null
}

/** The answer that a failure gets, in the reader's language. */
export function answerError(http: HonoContext, say: Say, error: ProofmarkError): Response {
  const { status } = ERRORS[error.code]
  const message = say(`error.${error.code}`, error.parameters)
  const body: ErrorBody = { error: { code: error.code, message, parameters: error.parameters } }
  return http.json(body, status)
}

/** Names every endpoint of the contract once; what is not here is no route. */
export type Handlers = { readonly [Name in RouteName]: Handler<Name> }

/**
 * Binds a handler to its route: the body typed at the edge, the reader found, the role checked, errors put into the
 * table's form and into the log. No handler sees a request that its contract does not describe.
 */
export function bind<Name extends RouteName>(
  app: Hono,
  services: HttpServices,
  name: Name,
  handler: Handler<Name>,
): void {
  const { method, path } = PATHS[name]
  const route: Route = ROUTES[name]
  app.on(method, path, async (http) => {
    const locale = chooseLocale(http.req.header('accept-language'))
    const say = sayIn(locale)
    let found: SignedIn | null = null
    let grounds: Grounds | null = null
    try {
      checkOrigin(http.req.raw)
      refuseUnkeepable({ ...http.req.query(), ...http.req.param() })
      if (route.roles !== null) {
        found = await signedIn(services, http)
        needDoor(route, found.signIn, services.clock())
        needRole(found.reader, route.roles)
      }
      const reader = found?.reader ?? null
      const body =
        route.body === null || route.body === 'file'
          ? undefined
          : await readBody(http.req.raw, route.body, { limit: route.bodyLimit })
      grounds = groundsOf(body, http)
      const run = commandRunner(services, reader, grounds)
      const call = {
        body,
        http,
        say,
        locale,
        caller: callerOf(http, services.clock()),
        reader,
        signIn: found?.signIn ?? null,
        grounds,
        run,
        runLater: laterRunner(services, reader, grounds),
      }
      const answer = await (handler as (call: unknown) => Promise<unknown>)(call)
      if (route.answer === 'file') return fileResponse(answer as FileAnswer)
      return route.answer === 'csv' ? csvResponse(answer as CsvAnswer) : http.json(answer as Record<string, unknown>)
    } catch (failure) {
      return answerError(http, say, await settleFailure(services, found?.reader ?? null, grounds, name, failure))
    }
  })
}

function commandRunner(services: HttpServices, reader: Reader | null, grounds: Grounds | null) {
  return <Result>(work: (context: Context) => Promise<Result>): Promise<Result> => {
    if (!reader) throw new TypeError('An open route runs no command in a reader’s name.')
    return runCommand(services, reader, grounds, work)
  }
}

/** Work that goes on after the answer may outlive the reader's account or rights: they are looked up each time. */
function laterRunner(services: HttpServices, reader: Reader | null, grounds: Grounds | null) {
  return async <Result>(work: (context: Context) => Promise<Result>): Promise<Result> => {
    const now = reader ? await resolveReader(services.pool, reader.account, services.clock()) : null
    if (!now) throw new ProofmarkError('sign_in_needed')
    return runCommand(services, now, grounds, work)
  }
}

/** Sent as it comes, with a byte-order mark, without which spreadsheets misread what is not ASCII. */
function csvResponse({ file, lines }: CsvAnswer): Response {
  const encoder = new TextEncoder()
  const iterator = lines[Symbol.asyncIterator]()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode('\uFEFF')),
    pull: async (controller) => {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await iterator.return?.()),
  })
  return new Response(body, { headers: { 'content-type': 'text/csv; charset=utf-8', ...takenAway(file) } })
}

const takenAway = (file: string) => ({
  'content-disposition': `attachment; filename="${file.replaceAll(/[^\w.-]+/g, '_')}"`,
})

function fileResponse(answer: FileAnswer): Response {
  const headers = { 'content-type': answer.mediaType, ...takenAway(answer.file) }
  if ('bytes' in answer) return new Response(new Uint8Array(answer.bytes), { headers })
  return new Response(streamOf(answer.parts), { headers: { ...headers, 'content-length': String(answer.size) } })
}

/** Asked for part by part, as fast as they are taken. */
function streamOf(parts: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = parts[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: async () => void (await iterator.return?.()),
  })
}
