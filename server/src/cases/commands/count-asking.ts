import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { type Act, ASKING_LIMITS, type Scope, type Span, spanBegin, spanEnd } from '../rules/deconfliction-limits.ts'

/** Stands for all people of all agencies. */
const ALL = '00000000-0000-0000-0000-000000000000'

/**
 * Counts one question or operation for its person, its agency and all, in the hour and the day; kept in the database, so
 * that no restart forgives. Throws `deconfliction_too_often` with the moment from which it may be asked again, and not
 * whose limit it was.
 */
export async function countAsking({ query, reader, now }: Context, act: Act, agency: string): Promise<void> {
  const scopes: readonly (readonly [Scope, string])[] = [
    ['account', reader.account],
    ['agency', agency],
    ['all', ALL],
  ]
  for (const [scope, subject] of scopes)
    for (const span of ['hour', 'day'] as const satisfies readonly Span[]) {
      const most = ASKING_LIMITS[act][scope][span]
      const counted = await query
        .insertInto('deconfliction_count')
        .values({ act, scope, subject_id: subject, span, begins_at: spanBegin(span, now), asked: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['act', 'scope', 'subject_id', 'span', 'begins_at'])
            .doUpdateSet(({ eb, ref }) => ({ asked: eb(ref('deconfliction_count.asked'), '+', 1) }))
            .where('deconfliction_count.asked', '<', most),
        )
        .returning('asked')
        .executeTakeFirst()
      if (!counted)
        throw new ProofmarkError('deconfliction_too_often', {
          from: spanEnd(span, now).toISOString().slice(0, 16).replace('T', ' '),
        })
    }
}
