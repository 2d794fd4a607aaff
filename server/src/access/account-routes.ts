import { ProofmarkError } from '@proofmark/contract/errors'
import type { Handlers } from '../http/endpoint.ts'

const notYet = async (): Promise<never> => {
  throw new ProofmarkError('unavailable')
}

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
  | 'agencyAdd'
>

export function accountRoutes(): AccountRoutes {
  return {
    accountList: notYet,
    accountInvite: notYet,
    accountReset: notYet,
    accountDisable: notYet,
    accountSignOut: notYet,
    roleRequest: notYet,
    roleDecide: notYet,
    roleTake: notYet,
    signInTrace: notYet,
    agencyAdd: notYet,
  }
}
