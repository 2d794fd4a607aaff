import { type ErrorCode, type ErrorParameters, ProofmarkError } from '@proofmark/contract/errors'
import type { VocabularyDecideRequest } from '@proofmark/contract/schemas/vocabulary'
import type { Context } from '../../access/context.ts'
import { stewardsAgency } from '../policy/stewards-agency.ts'
import { loadVocabulary } from '../queries/vocabulary.ts'
import { checkMeaning, checkText } from '../rules/check-decision.ts'
import { withName } from '../rules/with-name.ts'
import { type Decided, writeDecision } from './decide-text.ts'
import { takeTurn } from './record-decision.ts'

/** A decision that was refused, and why. */
export interface Refused {
  readonly refused: { readonly code: ErrorCode; readonly parameters: ErrorParameters }
}

export interface SeveralDecisions {
  readonly decisions: readonly Omit<VocabularyDecideRequest, 'agency'>[]
  readonly agency?: string | undefined
}

/**
 * Decides on several texts at once, in their order: a later one may use a name that an earlier one brings. One that is
 * refused says why and keeps back no other. Throws what `stewardsAgency` throws.
 */
export async function decideSeveral(context: Context, input: SeveralDecisions): Promise<(Decided | Refused)[]> {
  const agency = await stewardsAgency(context, input.agency)
  await takeTurn(context, agency.id)
  let vocabulary = await loadVocabulary(context, agency.id)
  const outcomes: (Decided | Refused)[] = []
  for (const each of input.decisions) {
    try {
      const text = checkText(each, vocabulary)
      const meaning = checkMeaning(text, each.means, vocabulary)
      outcomes.push(await writeDecision(context, agency.id, { text, meaning, vocabulary }))
      vocabulary = withName(vocabulary, text, meaning)
    } catch (failure) {
      if (!(failure instanceof ProofmarkError)) throw failure
      outcomes.push({ refused: { code: failure.code, parameters: failure.parameters } })
    }
  }
  return outcomes
}
