import { ROLES } from '@proofmark/contract/roles'
import type { RequestMakers } from './asked.ts'
import { recordIn } from './twin.ts'

const OVERSIGHT = { purpose: 'oversight' } as const
const logOf = (what: object) => ({ body: { limit: 500, grounds: OVERSIGHT, ...what } })

/** Signing in, agencies, what waits, and the log. */
export const requestsOfAccess = {
  health: () => [{}],
  ready: () => [{}],
  openapi: () => [{}],
  sessionOpen: ({ twin, role }) => [
    { body: { token: 'x'.repeat(43) } },
    ...(role ? [{ body: { token: twin.links[role] } }] : []),
  ],
  sessionShow: () => [{}],
  sessionClose: () => [{}],
  homeShow: () => {
    const before = '2020-01-01T00:00:00.000Z'
    return [{}, { address: { after: before, met: before, operations: before } }]
  },
  agencyList: () => [{}],
  logRead: () => [
    logOf({}),
    logOf({ before: 0 }),
    ...ROLES.map((role) => logOf({ account: `police ${role}` })),
    logOf({ account: 'officer of customs' }),
    logOf({ account: 'nobody of this name' }),
    logOf({ subject: recordIn('Police', 'register', 'L-2') }),
    logOf({ subject: recordIn('Customs', 'losses', 'T-1') }),
    logOf({ subject: recordIn('Customs', 'covert', 'HC-2') }),
  ],
  ledgerShow: () => [{}],
  logVerify: () => [{ body: {} }],
} as const satisfies Partial<RequestMakers>
