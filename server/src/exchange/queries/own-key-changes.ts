import type { KeyChangeKind } from '@proofmark/contract/exchange-words'
import type { NodeIdentity } from '@proofmark/contract/schemas/partner'
import type { ReaderTransaction } from '../../store/reader-transaction.ts'

/** A change of our keys that is under way. */
export interface OwnKeyChange {
  readonly id: string
  readonly what: KeyChangeKind
  readonly statement: { readonly identity: NodeIdentity } | { readonly note: string }
  /** Partners that were told. */
  readonly told: readonly string[]
}

/** The change of this kind that partners were told of and that was not carried out yet; null where there is none. */
export async function keyChangeUnderWay(
  { query }: Pick<ReaderTransaction, 'query'>,
  what: KeyChangeKind,
): Promise<OwnKeyChange | null> {
  const found = await query
    .selectFrom('key_change')
    .select(['id', 'statement'])
    .where('what', '=', what)
    .where('switched_at', 'is', null)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!found) return null
  const told = await query
    .selectFrom('key_change_notice')
    .select('partner')
    .where('change_id', '=', found.id)
    .orderBy('partner')
    .execute()
  const statement = found.statement as OwnKeyChange['statement']
  return { id: found.id, what, statement, told: told.map(({ partner }) => partner) }
}

/** Active partners whose people have not taken the keys of a change that is under way; all those where none is. */
export async function partnersWithoutOurKeys({ query }: ReaderTransaction, what: KeyChangeKind): Promise<string[]> {
  const rows = await query
    .selectFrom('partner as p')
    .select('p.short')
    .where('p.state', '=', 'active')
    .where('p.endpoint', 'is not', null)
    .where((the) =>
      the.not(
        the.exists(
          the
            .selectFrom('key_change_notice as n')
            .innerJoin('key_change as c', 'c.id', 'n.change_id')
            .select('n.partner')
            .whereRef('n.partner', '=', 'p.short')
            .where('c.what', '=', what)
            .where('c.switched_at', 'is', null)
            .where('n.answer', '=', 'taken'),
        ),
      ),
    )
    .orderBy('p.short')
    .execute()
  return rows.map(({ short }) => short)
}

/** The notes by which the ledger's key was followed by another, the first one first. */
export async function ledgerKeyChanges({ query }: Pick<ReaderTransaction, 'query'>): Promise<string[]> {
  const rows = await query
    .selectFrom('key_change')
    .select('statement')
    .where('what', '=', 'ledger')
    .where('switched_at', 'is not', null)
    .orderBy('made_at')
    .execute()
  return rows.map(({ statement }) => (statement as { readonly note: string }).note)
}
