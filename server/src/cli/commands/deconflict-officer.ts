import { deconflictionDeclineRequest, deconflictionIntroduceRequest } from '@proofmark/contract/schemas/deconfliction'
import { declineIntroduction } from '../../cases/commands/decline-introduction.ts'
import { introduce } from '../../cases/commands/introduce.ts'
import { silentMeetings } from '../../cases/queries/silent-meetings.ts'
import { needed } from '../arguments.ts'
import { oneLine, print, printJson } from '../output.ts'
import { typed } from '../typed.ts'
import { withMatching } from '../with-match.ts'
import type { DeconflictAct } from './deconflict-flags.ts'

/** What met with silent cases and sources of the agency whose officer one is. */
export const listMeetings: DeconflictAct = async ({ run, say }, { json }) => {
  const found = await run(silentMeetings)
  if (json) return printJson(found)
  for (const { handle, at, contact, lead, state, until, introduced, declined } of found.meetings) {
    const standing = say(`deconfliction.meeting.${state}`, { until: until.slice(0, 10) })
    print([at, standing, contact, lead ?? '', handle].map(oneLine).join('\t'))
    const said = introduced ? introduced.consent : declined?.reason
    if (said !== undefined) print(`\t${[(introduced ?? declined)!.by, said].map(oneLine).join('\t')}`)
  }
  if (found.meetings.length === 0) print(say('deconfliction.page.desk_none'))
}

/** Brings both sides of one together. */
export const introduceMeeting: DeconflictAct = async (shell, flags, word) => {
  const { run, say, grounds } = shell
  const asked = typed(deconflictionIntroduceRequest, {
    ...{ handle: needed(word, 'HANDLE'), consent: needed(flags.consent, '--consent'), grounds },
  })
  const kept = await run((context) => introduce(context, asked))
  await withMatching(shell, ({ deconflict }) => deconflict(kept))
  if (flags.json) return printJson({ id: kept.id })
  print(say('shell.deconflict_introduced', { handle: kept.id }))
}

/** Does not bring them together, and says why. */
export const declineMeeting: DeconflictAct = async ({ run, say, grounds }, flags, word) => {
  const asked = typed(deconflictionDeclineRequest, {
    ...{ handle: needed(word, 'HANDLE'), reason: needed(flags.why, '--why'), grounds },
  })
  const id = await run((context) => declineIntroduction(context, asked))
  if (flags.json) return printJson({ id })
  print(say('shell.deconflict_declined', { handle: id }))
}
