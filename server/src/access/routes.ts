import { PURPOSES } from '@proofmark/contract/purposes'
import type { Session } from '@proofmark/contract/schemas/session'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { cookieName, type Handlers } from '../http/endpoint.ts'
import type { HttpServices } from '../http/services.ts'
import { closeSession } from './commands/close-session.ts'
import { openSession } from './commands/open-session.ts'
import type { Reader } from './context.ts'
import { listAgencies } from './queries/list-agencies.ts'
import { readLog } from './queries/read-log.ts'
import { resolveReader } from './queries/resolve-reader.ts'

type AccessRoutes = Pick<
  Handlers,
  'sessionOpen' | 'sessionShow' | 'sessionClose' | 'agencyList' | 'logRead' | 'logVerify'
>

export function accessRoutes({ pool, clock, installation, verifyLog }: HttpServices): AccessRoutes {
  const present = ({ name, agency, roles }: Reader): Session => ({
    account: name,
    agency: agency?.name ?? null,
    roles: [...roles],
    purposes: [...PURPOSES],
    installation: { name: installation.name, country: installation.country, demonstration: installation.demonstration },
  })
  const cookie = cookieName(installation.id)
  return {
    sessionOpen: async ({ body, http, local }) => {
      const { token, account, expires } = await openSession(pool, body.token, clock(), local)
      const secure = new URL(http.req.url).protocol === 'https:' || http.req.header('x-forwarded-proto') === 'https'
      setCookie(http, cookie, token, { httpOnly: true, sameSite: 'Strict', path: '/', secure, expires })
      const reader = await resolveReader(pool, account, clock())
      if (!reader) throw new TypeError('The account of an opened session is gone.')
      return present(reader)
    },
    sessionShow: async ({ reader }) => present(reader),
    sessionClose: async ({ http, run }) => {
      const token = getCookie(http, cookie)
      await run((context) => closeSession(context, token ?? ''))
      deleteCookie(http, cookie, { path: '/' })
      return { done: true }
    },
    agencyList: async ({ run }) => ({ agencies: await run(listAgencies) }),
    logRead: ({ body, run }) => run((context) => readLog(context, body)),
    logVerify: async ({ body, run, say }) => {
      const { faults, ...verdict } = await verifyLog(body.checkpoint === undefined ? [] : [body.checkpoint])
      await run(({ audit }) => audit({ action: 'log.verified', body: { size: verdict.size, faults: faults.length } }))
      return { ...verdict, faults: faults.map((each) => ({ ...each, text: say(`fault.${each.fault}`, { ...each }) })) }
    },
  }
}
