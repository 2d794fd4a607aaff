import type { listedGrant } from '@proofmark/contract/schemas/partner'
import type * as z from 'zod'
import type { listGrants } from '../queries/grants.ts'

type GrantRow = Awaited<ReturnType<typeof listGrants>>[number]

export const presentGrant = ({ grantedAt, expires, revokedAt, ...row }: GrantRow): z.infer<typeof listedGrant> => ({
  ...row,
  grantedAt: grantedAt.toISOString(),
  expires: expires.toISOString(),
  revokedAt: revokedAt?.toISOString() ?? null,
})
