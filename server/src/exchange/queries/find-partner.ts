import type { PartnerState } from '@proofmark/contract/exchange-words'
import type { AgreementTerms } from '@proofmark/contract/schemas/partner'
import type { Contact } from '@proofmark/contract/schemas/trace-message'
import type { ReaderTransaction } from '../../store/reader-transaction.ts'
import { type Agreement, inForce } from '../rules/agreement.ts'

/** A partner as it stands at one moment. */
export interface Partner {
  readonly partner: string
  readonly name: string
  readonly country: string
  readonly endpoint: string | null
  readonly contacts: readonly Contact[]
  readonly state: PartnerState
  readonly reconciled: boolean
  /** When it last told what it has, after a restore of ours; null: never since it is a partner. */
  readonly reconciledAt: Date | null
  /** In force at that moment; null where none is. */
  readonly agreement: Agreement | null
}

const dayOf = (now: Date): string => now.toISOString().slice(0, 10)

/** The versions of an agreement that were made, the first one first. */
export async function agreementsOf({ query }: ReaderTransaction, partner: string): Promise<Agreement[]> {
  const rows = await query
    .selectFrom('agreement')
    .select(['version', 'terms'])
    .where('partner', '=', partner)
    .orderBy('version')
    .execute()
  return rows.map(({ version, terms }) => ({ version, terms: terms as AgreementTerms }))
}

/** The partner of this short name, with the agreement that is in force at the moment `now`; null where there is none. */
export async function findPartner(transaction: ReaderTransaction, partner: string, now: Date): Promise<Partner | null> {
  const found = await transaction.query
    .selectFrom('partner')
    .select(['name', 'country', 'endpoint', 'contacts', 'state', 'reconciled', 'reconciled_at as reconciledAt'])
    .where('short', '=', partner)
    .executeTakeFirst()
  if (!found) return null
  const agreement = inForce(await agreementsOf(transaction, partner), dayOf(now))
  return { partner, ...found, agreement }
}
