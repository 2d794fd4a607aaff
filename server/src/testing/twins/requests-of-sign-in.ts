import type { RequestMakers } from './asked.ts'

const CREDENTIAL = { id: 'x', rawId: 'x', type: 'public-key', response: { clientDataJSON: 'e30' } } as const
const WRONG = { ticket: 'none', code: '123456' } as const

/** By what one signs in, and people: those of agencies that hide something as well. */
export const requestsOfSignIn = {
  passwordSignIn: () => [
    { body: { name: 'police analyst', password: 'not the password' } },
    { body: { name: 'officer of customs', password: 'not the password' } },
    { body: { name: 'nobody of this name', password: 'not the password' } },
  ],
  secondFactorSignIn: () => [{ body: WRONG }],
  passkeySignInOptions: () => [{ body: {} }],
  passkeySignIn: () => [{ body: { ticket: 'none', response: CREDENTIAL } }],
  ownSignIn: () => [{}],
  passkeyAddOptions: () => [{ body: {} }],
  passkeyAdd: () => [{ body: { ticket: 'none', name: 'a key', response: CREDENTIAL } }],
  passkeyRemove: ({ draw }) => [{ body: { id: draw('a key') } }],
  passwordSet: () => [{ body: { password: 'too weak' } }],
  passwordRemove: () => [{ body: {} }],
  secondFactorBegin: () => [{ body: {} }],
  secondFactorSet: () => [{ body: WRONG }],
  sessionRevoke: ({ draw }) => [{ body: { id: draw('a session') } }],
  tokenIssue: () => [{ body: { name: 'another', days: 1 } }],
  tokenRevoke: ({ draw }) => [{ body: { id: draw('a token') } }],
  accountList: () => [{}],
  accountInvite: ({ role }) => [
    { body: { name: `invited by ${role}`, agency: 'Police', roles: ['analyst'] } },
    { body: { name: 'officer of the inland service', agency: 'Police', roles: [] } },
    { body: { name: 'somebody', agency: 'Nobody', roles: [] } },
  ],
  accountReset: ({ twin, draw }) => [
    { body: { account: twin.accounts.get('inland') } },
    { body: { account: draw('nobody') } },
  ],
  accountDisable: ({ twin }) => [
    { body: { account: twin.accounts.get('inland'), disabled: true } },
    { body: { account: twin.accounts.get('inland'), disabled: false } },
  ],
  accountSignOut: ({ twin }) => [{ body: { account: twin.accounts.get('customs') } }],
  roleRequest: ({ twin }) => [{ body: { account: twin.accounts.get('customs'), role: 'administrator' } }],
  roleDecide: ({ draw }) => [{ body: { request: draw('a request'), verdict: 'refuse' } }],
  roleTake: ({ twin }) => [{ body: { account: twin.accounts.get('customs'), role: 'recorder' } }],
  signInTrace: ({ twin }) => [{ body: {} }, { body: { account: twin.accounts.get('customs') } }],
  agencyAdd: ({ role }) => [
    { body: { name: 'Inland Service', desk: 'another desk' } },
    { body: { name: `Agency of ${role}`, desk: 'its desk' } },
  ],
  agencyCorrect: ({ twin, draw, role }) => [
    { body: { agency: twin.agencies.get('Inland Service'), desk: `desk as ${role} knows it` } },
    { body: { agency: draw('no agency'), desk: 'a desk' } },
  ],
  overseerName: () => [
    { body: { agency: 'Inland Service', officer: 'officer of customs' } },
    { body: { agency: 'Inland Service', officer: null } },
    { body: { agency: 'Police', officer: 'officer of the inland service' } },
    { body: { agency: 'Police', officer: 'nobody of this name' } },
    { body: { agency: 'Nobody', officer: null } },
  ],
} as const satisfies Partial<RequestMakers>
