import type { Handlers } from '../http/endpoint.ts'
import { disableAccount, signOutAccount } from './commands/disable-account.ts'
import { inviteAccount } from './commands/invite-account.ts'
import { requestRole } from './commands/request-role.ts'
import { resetAccount } from './commands/reset-account.ts'
import { takeRole } from './commands/take-role.ts'
import { listAccounts } from './queries/list-accounts.ts'
import { readSignIns } from './queries/read-sign-ins.ts'
import { decideOnRole } from './runs/decide-role.ts'

type AccountRoutes = Pick<
  Handlers,
  | 'accountList'
  | 'accountInvite'
  | 'accountReset'
  | 'accountDisable'
  | 'accountSignOut'
  | 'roleRequest'
  | 'roleDecide'
  | 'roleTake'
  | 'signInTrace'
>

const DONE = { done: true } as const

export function accountRoutes(): AccountRoutes {
  return {
    accountList: async ({ run }) => ({ accounts: await run(listAccounts) }),
    accountInvite: async ({ body, run }) => {
      const { id, link, expires } = await run((context) => inviteAccount(context, body))
      return { id, link, expiresAt: expires.toISOString() }
    },
    accountReset: async ({ body, run }) => {
      const { link, expires } = await run((context) => resetAccount(context, body.account))
      return { link, expiresAt: expires.toISOString() }
    },
    accountDisable: async ({ body, run }) => {
      await run((context) => disableAccount(context, body))
      return DONE
    },
    accountSignOut: async ({ body, run }) => {
      await run((context) => signOutAccount(context, body.account))
      return DONE
    },
    roleRequest: async ({ body, run }) => {
      await run((context) => requestRole(context, body))
      return DONE
    },
    roleDecide: async ({ body, run }) => {
      await decideOnRole(run, body)
      return DONE
    },
    roleTake: async ({ body, run }) => {
      await run((context) => takeRole(context, body))
      return DONE
    },
    signInTrace: async ({ body, run }) => ({ entries: await run((context) => readSignIns(context, body)) }),
  }
}
