import type { SignInTrace } from '@proofmark/contract/schemas/account'
import { SIGN_IN_METHODS, SIGN_IN_REASONS } from '@proofmark/contract/sign-in-words'
import type { Context } from '../context.ts'
import { needRole } from '../policy/role.ts'
import { SECOND_PERSONS } from '../rules/second-person.ts'

type Entry = SignInTrace['entries'][number]

interface Row {
  readonly at: string
  readonly account: string | null
  readonly outcome: Entry['outcome']
  readonly method: string | null
  readonly by: string | null
  readonly reason: string | null
}

const PAGE = 100

/**
 * A page of who signed in, was refused or signed out, the last first; reading it is itself logged. An administrator
 * reads of all, a data-protection officer of their own agency's people. Throws `role_needed`.
 */
export async function readSignIns(
  { client, reader, audit }: Context,
  { account, before }: { readonly account?: string | undefined; readonly before?: string | undefined },
): Promise<Entry[]> {
  needRole(reader, SECOND_PERSONS)
  const all = reader.installer || reader.roles.includes('administrator')
  if (!all && !reader.agency) return []
  const { rows } = await client.query<Row>('SELECT * FROM read_sign_ins($1, $2, $3, $4)', [
    all ? null : reader.agency?.id,
    account ?? null,
    before ?? null,
    PAGE,
  ])
  await audit({
    action: 'sign_ins.read',
    subjects: account === undefined ? [] : [account],
    body: { account: account ?? null },
  })
  return rows.map(({ at, account: name, outcome, method, by, reason }) => ({
    at,
    account: name,
    outcome,
    // Entries of before the methods had names tell the kind of the link alone.
    method: SIGN_IN_METHODS.find((each) => each === method) ?? (by === null ? null : 'link'),
    reason: SIGN_IN_REASONS.find((each) => each === reason) ?? null,
  }))
}
