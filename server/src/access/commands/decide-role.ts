import { ProofmarkError } from '@proofmark/contract/errors'
import type { Role } from '@proofmark/contract/roles'
import type { Context } from '../context.ts'
import { needAgencyFor } from '../policy/agency.ts'
import { needRole } from '../policy/role.ts'
import { isUsable } from '../queries/enrolled.ts'
import { holdPerson } from '../queries/find-account.ts'
import { hasSecondPerson } from '../queries/other-second-person.ts'
import { isCode, isCodeShaped, WRONG_CODES } from '../rules/confirmation-code.ts'
import { notSecondPerson, SECOND_PERSONS, type WaitingRole } from '../rules/second-person.ts'
import { keepAdministrator } from './keep-administrator.ts'

export interface RoleDecision {
  readonly request: string
  readonly verdict: 'confirm' | 'refuse'
  /** What the person read out. */
  readonly code?: string | undefined
}

interface Request extends WaitingRole {
  readonly role: Role
  /** By name, for the log. */
  readonly requester: string
  readonly wrongCodes: number
  readonly verdict: string | null
}

async function holdRequest({ client }: Context, request: string): Promise<Request> {
  const { rows } = await client.query<Request>(
    `SELECT r.account_id AS account, r.role, r.requested_by AS "requestedBy", q.name AS requester, r.wrong_codes AS "wrongCodes", r.verdict,
       s.link_issued_by AS "linkIssuedBy"
     FROM role_request r JOIN account q ON q.id = r.requested_by LEFT JOIN account_sign_in s ON s.account_id = r.account_id
     WHERE r.id = $1 FOR UPDATE OF r`,
    [request],
  )
  const [found] = rows
  if (!found) throw new ProofmarkError('not_found', { what: request })
  if (found.verdict !== null) throw new ProofmarkError('role_request_over')
  return found
}

async function close(
  { client, reader, now, audit }: Context,
  id: string,
  { account, role, requester }: Request,
  verdict: 'confirmed' | 'refused',
  reason?: string,
): Promise<void> {
  await client.query('UPDATE role_request SET verdict = $2, decided_by = $3, decided_at = $4 WHERE id = $1', [
    id,
    verdict,
    reader.account,
    now,
  ])
  const body = { role, requester }
  if (verdict === 'confirmed') await audit({ action: 'role.confirmed', subjects: [account], body })
  else await audit({ action: 'role.refused', subjects: [account], body: { ...body, reason } })
}

/** Throws unless the reader is the second person; the operator at the machine is, while nobody else could be. */
async function needSecondPerson(context: Context, request: Request): Promise<void> {
  const fault = notSecondPerson(context.reader.account, request)
  if (fault) throw new ProofmarkError(fault)
  await needOperatorAlone(context, request)
}

/** The operator at the machine decides only while nobody else could confirm. */
async function needOperatorAlone({ client, reader }: Context, request: Request): Promise<void> {
  if (reader.installer && (await hasSecondPerson(client, request))) throw new ProofmarkError('another_may_confirm')
}

/** Counts a wrong code, of which the fifth refuses the request. Answers how many are left. */
async function countWrong(context: Context, id: string, request: Request): Promise<number> {
  const wrong = request.wrongCodes + 1
  await context.client.query('UPDATE role_request SET wrong_codes = $2 WHERE id = $1', [id, wrong])
  if (wrong >= WRONG_CODES) await close(context, id, request, 'refused', 'wrong_codes')
  return Math.max(0, WRONG_CODES - wrong)
}

/**
 * Decides on a role as the second person. Answers null, or, after a wrong code, how many are left: that is no error yet,
 * since the count must be kept. Throws `role_needed`, `not_found`, `role_request_over`, `account_own`,
 * `role_second_person`, `another_may_confirm`, `account_disabled`, `role_needs_agency`, `account_not_enrolled`, `code_unreadable`.
 */
export async function decideRole(
  context: Context,
  { request: id, verdict, code = '' }: RoleDecision,
): Promise<number | null> {
  const { client, reader } = context
  needRole(reader, SECOND_PERSONS)
  return keepAdministrator(context, async () => {
    const request = await holdRequest(context, id)
    const { account, role } = request
    if (verdict === 'refuse') {
      await needOperatorAlone(context, request)
      await close(context, id, request, 'refused', 'refused')
      return null
    }
    await needSecondPerson(context, request)
    const person = await holdPerson(context, account)
    const { name, disabled } = person
    if (disabled) throw new ProofmarkError('account_disabled', { account: name })
    needAgencyFor([role], person)
    if (!(await isUsable(client, account))) throw new ProofmarkError('account_not_enrolled', { account: name })
    const { rows } = await client.query<{ code: string | null }>(
      'SELECT confirmation_code AS code FROM account_sign_in WHERE account_id = $1',
      [account],
    )
    const wanted = rows[0]?.code ?? null
    // What cannot be a code is no attempt at one.
    if (!isCodeShaped(code)) throw new ProofmarkError('code_unreadable')
    if (wanted === null || !isCode(code, wanted)) return countWrong(context, id, request)
    await client.query('INSERT INTO account_role (account_id, role) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      account,
      role,
    ])
    await close(context, id, request, 'confirmed')
    return null
  })
}
