import { ProofmarkError } from '@proofmark/contract/errors'
import type { Handlers } from '../http/endpoint.ts'

const notYet = async (): Promise<never> => {
  throw new ProofmarkError('unavailable')
}

type Names =
  | 'passwordSignIn'
  | 'secondFactorSignIn'
  | 'passkeySignInOptions'
  | 'passkeySignIn'
  | 'ownSignIn'
  | 'passkeyAddOptions'
  | 'passkeyAdd'
  | 'passkeyRemove'
  | 'passwordSet'
  | 'passwordRemove'
  | 'secondFactorBegin'
  | 'secondFactorSet'
  | 'sessionRevoke'
  | 'tokenIssue'
  | 'tokenRevoke'
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

export const signInRoutes: Pick<Handlers, Names> = {
  passwordSignIn: notYet,
  secondFactorSignIn: notYet,
  passkeySignInOptions: notYet,
  passkeySignIn: notYet,
  ownSignIn: notYet,
  passkeyAddOptions: notYet,
  passkeyAdd: notYet,
  passkeyRemove: notYet,
  passwordSet: notYet,
  passwordRemove: notYet,
  secondFactorBegin: notYet,
  secondFactorSet: notYet,
  sessionRevoke: notYet,
  tokenIssue: notYet,
  tokenRevoke: notYet,
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
