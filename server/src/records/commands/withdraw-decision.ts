import { ProofmarkError } from '@proofmark/contract/errors'
import type { VocabularyWithdrawRequest } from '@proofmark/contract/schemas/vocabulary'
import type { Context } from '../../access/context.ts'
import { stewardsAgency } from '../policy/stewards-agency.ts'
import { lastDecisionOn, loadVocabulary } from '../queries/vocabulary.ts'
import { checkText, NO_MEANING } from '../rules/check-decision.ts'
import { recordDecision, takeTurn } from './record-decision.ts'

/**
 * Takes back what was decided on a text: a decision of its own, after which the text is unread again. Where it was taken
 * back already, nothing changes. Answers the withdrawal's number. Throws `not_found` where nothing was ever decided, and
 * what `stewardsAgency` and `checkText` throw.
 */
export async function withdrawDecision(
  context: Context,
  input: VocabularyWithdrawRequest,
): Promise<{ decision: string }> {
  const agency = await stewardsAgency(context, input.agency)
  const text = checkText(input, await loadVocabulary(context, agency.id))
  await takeTurn(context, agency.id)
  const last = await lastDecisionOn(context, agency.id, text)
  if (!last) throw new ProofmarkError('not_found', { what: `${text.field} ${text.text}` })
  if (last.code === null && last.said === null) return { decision: last.id }
  const decision = await recordDecision(context, agency.id, text, NO_MEANING)
  await context.audit({
    action: 'vocabulary.withdrawn',
    subjects: [agency.id],
    body: { field: text.field, text: text.text, make: text.make, code: last.code, said: last.said },
  })
  return { decision }
}
