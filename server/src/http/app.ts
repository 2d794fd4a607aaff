import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import { chooseLocale } from '@proofmark/contract/locales'
import { PATHS, type RouteName } from '@proofmark/contract/paths'
import { type Context, Hono } from 'hono'
import { releaseRoutes } from '../access/release-routes.ts'
import { accessRoutes } from '../access/routes.ts'
import { caseRoutes } from '../cases/case-routes.ts'
import { deconflictionRoutes } from '../cases/deconfliction-routes.ts'
import { graphRoutes } from '../cases/graph-routes.ts'
import { thingRoutes } from '../cases/thing-routes.ts'
import { ballisticRoutes } from '../custody/ballistic-routes.ts'
import { clearanceRoutes } from '../custody/clearance-routes.ts'
import { custodyRoutes } from '../custody/custody-routes.ts'
import { fileRoutes } from '../custody/file-routes.ts'
import { recoveryRoutes } from '../custody/recovery-routes.ts'
import { storageRoutes } from '../custody/storage-routes.ts'
import { knownRoutes } from '../exchange/known-routes.ts'
import { exchangeRoutes } from '../exchange/routes.ts'
import { homeRoutes } from '../home/routes.ts'
import { judgementRoutes } from '../linkage/judgement-routes.ts'
import { modelRoutes } from '../linkage/model-routes.ts'
import { questionRoutes } from '../linkage/question-routes.ts'
import { linkageRoutes } from '../linkage/routes.ts'
import { whyNotRoutes } from '../linkage/why-not-routes.ts'
import { qualityRoutes } from '../quality/routes.ts'
import { importRoutes } from '../records/import-routes.ts'
import { packRoutes } from '../records/pack-routes.ts'
import { profileRoutes } from '../records/profile-routes.ts'
import { recordRoutes } from '../records/routes.ts'
import { vocabularyRoutes } from '../records/vocabulary-routes.ts'
import { reviewRoutes } from '../review/routes.ts'
import { documentRoutes } from '../tracing/document-routes.ts'
import { evidenceRoutes } from '../tracing/evidence-routes.ts'
import { lawTextRoutes } from '../tracing/law-text-routes.ts'
import { tracingRoutes } from '../tracing/routes.ts'
import { traceRoutes } from '../tracing/trace-routes.ts'
import { answerError, bind, type Handlers } from './endpoint.ts'
import { checkHost, SECURITY_HEADERS } from './guard.ts'
import type { HttpServices } from './services.ts'
import { systemRoutes } from './system-routes.ts'
import { serveWeb } from './web.ts'

/** The methods that routes of this address take; none for an address that no route has. */
function methodsOf(address: string): string {
  const fits = (path: string) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(address)
  return Object.values(PATHS)
    .filter(({ path }) => fits(path))
    .map(({ method }) => method)
    .join(', ')
}

/** The HTTP door: every route of the contract, and the browser app. */
export function createApp(services: HttpServices): Hono {
  const app = new Hono()
  app.use(async (http, next) => {
    const began = performance.now()
    try {
      checkHost(http.req.header('host') ?? null, services.guard)
    } catch (failure) {
      if (!(failure instanceof ProofmarkError)) throw failure
      return answerError(http, sayIn(chooseLocale(http.req.header('accept-language'))), failure)
    }
    await next()
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) http.header(name, value)
    if (http.req.path.startsWith('/api/')) http.header('cache-control', 'no-store')
    // The route's name and never the address: an address may carry what was searched for.
    const route = http.req.routePath
    services.logger.info({
      method: http.req.method,
      route,
      status: http.res.status,
      ms: Math.round(performance.now() - began),
    })
  })
  const handlers: Handlers = {
    ...systemRoutes(services),
    ...accessRoutes(services),
    ...releaseRoutes(),
    ...homeRoutes(),
    ...caseRoutes(),
    ...recordRoutes(services),
    ...importRoutes(services),
    ...profileRoutes(services),
    ...vocabularyRoutes(services),
    ...packRoutes(services),
    ...linkageRoutes(services),
    ...questionRoutes(),
    ...knownRoutes(services),
    ...judgementRoutes(),
    ...modelRoutes(services),
    ...reviewRoutes(),
    ...whyNotRoutes(),
    ...qualityRoutes(),
    ...tracingRoutes(services),
    ...traceRoutes(services),
    ...lawTextRoutes(),
    ...ballisticRoutes(),
    ...evidenceRoutes(services),
    ...custodyRoutes(services),
    ...storageRoutes(services),
    ...clearanceRoutes(),
    ...deconflictionRoutes(services),
    ...exchangeRoutes(services),
    ...documentRoutes(),
    ...recoveryRoutes(services),
    ...fileRoutes(),
    ...thingRoutes(services),
    ...graphRoutes(),
  }
  for (const name of Object.keys(handlers) as RouteName[]) bind(app, services, name, handlers[name] as never)
  const unknown = (http: Context) => {
    const say = sayIn(chooseLocale(http.req.header('accept-language')))
    const allowed = methodsOf(http.req.path)
    const code = allowed === '' ? 'route_unknown' : 'method_not_allowed'
    return answerError(http, say, new ProofmarkError(code, allowed === '' ? {} : { allowed }))
  }
  app.all('/api/*', unknown)
  if (services.webFolder !== null) serveWeb(app, services.webFolder)
  app.notFound(unknown)
  return app
}
