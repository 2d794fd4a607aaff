import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { officersAgency } from '../policy/deconfliction.ts'
import { waitsUntil } from '../rules/officer-waits.ts'
import { officerMeetings } from './officer-meetings.ts'

/** One meeting of which the reader was told as an officer. */
export interface OfficersMeeting {
  readonly agency: string
  readonly toldAt: Date
  readonly introduced: boolean
  readonly declined: boolean
  /** Is its time over? */
  readonly over: boolean
}

/** Throws `role_needed`, `deconfliction_officer_only`, `not_found`. */
export async function officersMeeting(context: Context, handle: string): Promise<OfficersMeeting> {
  const agency = await officersAgency(context)
  const told = await officerMeetings(context, agency)
    .select(['told.told_at as at', 'made.handle as made', 'declined.handle as declined'])
    .where('told.handle', '=', handle)
    .executeTakeFirst()
  if (!told) throw new ProofmarkError('not_found', { what: handle })
  const { at, made, declined } = told
  return {
    ...{ agency, toldAt: at, introduced: made !== null, declined: declined !== null },
    over: waitsUntil(at) <= context.now,
  }
}
