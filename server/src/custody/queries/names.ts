import type { ReaderTransaction } from '../../store/reader-transaction.ts'

/** Names of people and agencies by identifier. Whoever sees a chain sees who is in it: custody is said in names. */
export interface Names {
  readonly accounts: ReadonlyMap<string, string>
  readonly agencies: ReadonlyMap<string, string>
}

export async function namesOf(
  { client }: Pick<ReaderTransaction, 'client'>,
  accounts: readonly (string | null)[],
  agencies: readonly (string | null)[],
): Promise<Names> {
  const of = async (table: 'account' | 'agency', ids: readonly (string | null)[]) => {
    const { rows } = await client.query<{ id: string; name: string }>(
      `SELECT id, name FROM ${table} WHERE id = ANY ($1::uuid[])`,
      [[...new Set(ids)].filter((id) => id !== null)],
    )
    return new Map(rows.map(({ id, name }) => [id, name]))
  }
  return { accounts: await of('account', accounts), agencies: await of('agency', agencies) }
}
