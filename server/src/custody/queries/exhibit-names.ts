import type { ExhibitKind } from '@proofmark/contract/recovery-words'
import type { Context } from '../../access/context.ts'
import { labelCode } from '../rules/label-code.ts'

/** What an exhibit is called on a list: its kind, and the number that its recovery gives it, where the reader may see that. */
export interface ExhibitName {
  readonly kind: ExhibitKind
  readonly number: string | null
}

/** The names of those of these exhibits that the reader may see. */
export async function exhibitNames(
  { client }: Context,
  exhibits: readonly string[],
): Promise<ReadonlyMap<string, ExhibitName>> {
  if (exhibits.length === 0) return new Map()
  const { rows } = await client.query<ExhibitName & { exhibit: string }>(
    `SELECT e.id AS exhibit, e.kind, (
       SELECT each ->> 'number' FROM (
         SELECT form FROM recovery_version v WHERE v.recovery_id = e.recovery_id AND v.stands
         ORDER BY v.version DESC LIMIT 1
       ) last, jsonb_array_elements(last.form -> 'exhibits') each WHERE each ->> 'exhibit' = e.id::text LIMIT 1
     ) AS number
     FROM exhibit e WHERE e.id = ANY ($1::uuid[])`,
    [exhibits],
  )
  return new Map(rows.map(({ exhibit, kind, number }) => [exhibit, { kind, number }]))
}

/** What a refusal calls an exhibit: the number that its recovery gives it, else what its label bears. */
export const exhibitCalled = async (context: Context, exhibit: string): Promise<string> =>
  (await exhibitNames(context, [exhibit])).get(exhibit)?.number ?? labelCode(exhibit)
