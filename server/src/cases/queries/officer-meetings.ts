import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { waitsSince } from '../rules/officer-waits.ts'

/** What the officer of an agency was told, with what they said to it: `made` brought both together, `declined` did not. */
export const officerMeetings = ({ query }: Pick<Context, 'query'>, agency: string) =>
  query
    .selectFrom('deconfliction_told as told')
    .leftJoin('deconfliction_introduction as made', (join) =>
      join.onRef('made.handle', '=', 'told.handle').onRef('made.agency_id', '=', 'told.agency_id'),
    )
    .leftJoin('deconfliction_declined as declined', (join) =>
      join
        .onRef('declined.handle', '=', 'told.handle')
        .onRef('declined.agency_id', '=', 'told.agency_id')
        .onRef('declined.told_at', '=', 'told.told_at'),
    )
    .where('told.agency_id', '=', agency)
    .where('told.audience', '=', 'officer')

/** Does it still wait for a word of the officer? */
export const stillWaits = (now: Date) =>
  sql<boolean>`(made.handle IS NULL AND declined.handle IS NULL AND told.told_at > ${waitsSince(now)})`
