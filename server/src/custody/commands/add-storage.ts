import { ProofmarkError } from '@proofmark/contract/errors'
import { EXHIBIT_MANAGERS } from '@proofmark/contract/route'
import type { storageAddRequest } from '@proofmark/contract/schemas/custody-storage'
import type * as z from 'zod'
import { internVisibility } from '../../access/commands/intern-visibility.ts'
import type { Context, Reader } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { ownClass } from '../../access/rules/record-class.ts'
import type { Done } from './order-exhibit.ts'
import { needStorage } from './state-hand-over.ts'

/** The agency for which the reader keeps exhibits. Throws `role_needs_agency`. */
export function needAgency({ agency, name }: Reader): string {
  if (agency) return agency.id
  throw new ProofmarkError('role_needs_agency', { account: name, role: 'exhibit_manager' })
}

/** The class of what is for an agency's own people alone. */
export const ownVis = (context: Context, agency: string): Promise<number> =>
  internVisibility(context, ownClass(agency, 'pointer', 'H0'))

/**
 * Adds a building, a room or a shelf. The same again changes nothing. Throws `role_needed`, `role_needs_agency`, `not_found`, `name_taken`,
 * `custody_id_used`.
 */
export async function addStorage(
  context: Context,
  said: Omit<z.output<typeof storageAddRequest>, 'grounds'>,
): Promise<Done> {
  const { id, name, parent = null } = said
  const { client, reader, audit } = context
  needRole(reader, EXHIBIT_MANAGERS)
  const agency = needAgency(reader)
  const known = await client.query<{ name: string; at: Date }>(
    'SELECT name, added_at AS at FROM storage_place WHERE id = $1',
    [id],
  )
  if (known.rows[0]?.name === name) return { id, at: known.rows[0].at }
  if (known.rows[0]) throw new ProofmarkError('custody_id_used', { id })
  if (parent !== null) await needStorage(context, parent)
  const { rows } = await client.query<{ at: Date }>(
    `INSERT INTO storage_place (id, agency_id, vis, parent_id, name, added_by) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING RETURNING added_at AS at`,
    [id, agency, await ownVis(context, agency), parent, name, reader.account],
  )
  if (!rows[0]) throw new ProofmarkError('name_taken', { value: name })
  await audit({ action: 'custody.storage_added', subjects: [id], body: { name } })
  return { id, at: rows[0].at }
}
