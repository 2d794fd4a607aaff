import type { VocabularyDecideRequest } from '@proofmark/contract/schemas/vocabulary'
import type { Context } from '../../access/context.ts'
import { stewardsAgency } from '../policy/stewards-agency.ts'
import { lastDecisionOn } from '../queries/vocabulary.ts'
import { checkMeaning, checkText } from '../rules/check-decision.ts'
import { recordDecision, takeTurn } from './record-decision.ts'

/**
 * Decides, for the records of the steward's own agency, what a text means that no table knows: a code of the field's
 * table, or a word for why it names nothing. Counts for what is imported from now on; what is in already is read again
 * by `renewReadings`. Where the last decision says so already, nothing changes. Answers the decision's number. Throws
 * what `stewardsAgency`, `checkText` and `checkMeaning` throw.
 */
export async function decideText(context: Context, input: VocabularyDecideRequest): Promise<{ decision: string }> {
  const agency = await stewardsAgency(context, input.agency)
  const text = checkText(input)
  const { code, said } = checkMeaning(text, input.means)
  await takeTurn(context, agency.id)
  const last = await lastDecisionOn(context, agency.id, text)
  if (last && last.code === code && last.said === said) return { decision: last.id }
  const decision = await recordDecision(context, agency.id, text, { code, said })
  await context.audit({
    action: 'vocabulary.decided',
    subjects: [agency.id],
    body: { field: text.field, text: text.text, make: text.make, code, said },
  })
  return { decision }
}
