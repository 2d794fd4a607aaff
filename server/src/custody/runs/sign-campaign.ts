import { randomUUID } from 'node:crypto'
import type { Run } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import type { AskClearance } from '../clearance/ask-match.ts'
import { askClearance } from '../commands/ask-clearance.ts'
import { type DisposalSigned, signDisposal } from '../commands/dispose.ts'

/**
 * Signs a campaign: clearance is asked first, of the matching process, which sees what the keeper may not, and then it is signed where nothing is
 * held. Answers the campaign. Throws as `signDisposal`, and `unavailable` where clearance could not be asked.
 */
export async function signCampaign(
  { run, clear }: { readonly run: Run; readonly clear: AskClearance },
  said: DisposalSigned,
): Promise<string> {
  const asked = await insist(run, (context) =>
    askClearance(context, { disposal: said.disposal, question: randomUUID() }),
  )
  if (asked) await clear(asked)
  return insist(run, (context) => signDisposal(context, said))
}
