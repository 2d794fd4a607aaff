import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import { HANDLING_CODES } from '@proofmark/contract/source-words'
import type { Context } from '../context.ts'
import { needRole } from '../policy/role.ts'
import { isAlikeToOne } from '../rules/name-key.ts'
import { ownClass } from '../rules/record-class.ts'
import { internVisibility } from './intern-visibility.ts'

export interface NewAgency {
  readonly name: string
  /** Whom another agency may ask. */
  readonly desk: string
}

export interface Agency {
  readonly id: string
  readonly name: string
}

/** The agency of this name, or null. */
export async function findAgency({ query }: Context, name: string): Promise<Agency | null> {
  const found = await query.selectFrom('agency').select(['id', 'name']).where('name', '=', name).executeTakeFirst()
  return found ?? null
}

/**
 * Adds an agency of this installation's own state. Throws `role_needed`, and `name_taken` also for a name that the eye
 * cannot tell from another.
 */
export async function addAgency(context: Context, { name, desk }: NewAgency): Promise<Agency> {
  needRole(context.reader, ['administrator'])
  const others = await context.query.selectFrom('agency').select('name').execute()
  if (
    isAlikeToOne(
      name,
      others.map((each) => each.name),
    )
  )
    throw new ProofmarkError('name_taken', { value: name })
  const id = randomUUID()
  await context.query.insertInto('agency').values({ id, name, desk, country: null }).execute()
  for (const visibility of ['pointer', 'silent'] as const)
    for (const handling of HANDLING_CODES) await internVisibility(context, ownClass(id, visibility, handling))
  await context.audit({ action: 'agency.added', subjects: [id], body: { name } })
  return { id, name }
}
