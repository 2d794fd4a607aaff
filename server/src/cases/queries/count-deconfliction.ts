import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { isSilentOfficer } from '../policy/deconfliction.ts'
import { officerMeetings, stillWaits } from './officer-meetings.ts'

/**
 * How many meetings the reader's cases and desk were told of, those alone that came after a moment where one is given: over what
 * was `asked` or is kept, or over what is `planned` and neither over nor withdrawn.
 */
export async function countMeetings(
  { query, reader, now }: Context,
  over: 'asked' | 'planned',
  after: Date | null,
): Promise<number> {
  const { count } = await query
    .selectFrom('deconfliction_told as told')
    .leftJoin('planned_operation as planned', 'planned.id', 'told.about')
    .select(({ fn }) => fn.count<string>('told.handle').distinct().as('count'))
    .where(({ or, and, eb }) =>
      or([
        eb('told.audience', '=', 'case'),
        and([eb('told.audience', '=', 'desk'), eb('told.agency_id', '=', reader.agency?.id ?? null)]),
      ]),
    )
    .$if(over === 'asked', (some) => some.where('planned.id', 'is', null))
    .$if(over === 'planned', (some) => some.where('planned.to_at', '>', now).where('planned.withdrawn_at', 'is', null))
    // A moment is given in milliseconds, and the database knows finer ones.
    .$if(after !== null, (some) => some.where(sql<Date>`date_trunc('milliseconds', told.told_at)`, '>', after!))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** How many meetings of silent sides wait for their officer, where the reader is that; else none. */
export async function countSilentMeetings(context: Context): Promise<number> {
  const { reader, now } = context
  if (!(await isSilentOfficer(context))) return 0
  const { count } = await officerMeetings(context, reader.agency!.id)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where(stillWaits(now))
    .executeTakeFirstOrThrow()
  return Number(count)
}
