import { ProofmarkError } from '@proofmark/contract/errors'
import type { AgreementTerms } from '@proofmark/contract/schemas/partner'
import type { Context } from '../../../access/context.ts'
import { needRole } from '../../../access/policy/role.ts'

export interface NewDoor {
  /** An agency of this installation, whose law forbids that its records are pooled with those of others. */
  readonly agency: string
  /** The name under which it asks and is asked: `XA-CUSTOMS`. */
  readonly partner: string
  readonly terms: AgreementTerms
}

/**
 * Makes an agency of this installation a partner of the others: the same door as between states, with an agreement, quotas
 * and a log of its own. Throws `role_needed` and `agency_unknown`.
 */
export async function openDoor(context: Context, { agency, partner, terms }: NewDoor): Promise<void> {
  needRole(context.reader, ['administrator'])
  const { query, client, reader } = context
  const found = await query.selectFrom('agency').select(['id', 'desk']).where('name', '=', agency).executeTakeFirst()
  if (!found) throw new ProofmarkError('agency_unknown', { value: agency })
  const contact = { agency, unit: found.desk.slice(0, 120), email: null, telephone: null, verified: null }
  await client.query(
    `INSERT INTO partner (short, name, country, endpoint, contacts, added_by) VALUES ($1, $2, $3, NULL, $4, $5)
     ON CONFLICT DO NOTHING`,
    [partner, agency, partner.slice(0, 2), JSON.stringify([contact]), reader.account],
  )
  await client.query('INSERT INTO partner_agency (partner, agency_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    partner,
    found.id,
  ])
  await client.query(
    `INSERT INTO agreement (partner, version, terms, valid_from, valid_to, review_on, made_by)
     SELECT $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6 FROM agreement WHERE partner = $1`,
    [partner, JSON.stringify(terms), terms.validFrom, terms.validTo, terms.reviewOn, reader.account],
  )
  await context.audit({ action: 'private.door_opened', subjects: [found.id], body: { partner, agency } })
}
