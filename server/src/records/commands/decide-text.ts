import type { VocabularyDecideRequest } from '@proofmark/contract/schemas/vocabulary'
import { nameIn, type Vocabulary } from '@proofmark/domain/vocabulary'
import type { Context } from '../../access/context.ts'
import { stewardsAgency } from '../policy/stewards-agency.ts'
import { countWaiting } from '../queries/count-waiting.ts'
import { lastDecisionOn, loadVocabulary } from '../queries/vocabulary.ts'
import { checkMeaning, checkText, type DecidedMeaning, type DecidedText } from '../rules/check-decision.ts'
import { recordDecision, takeTurn } from './record-decision.ts'

/** A decision that was taken, or that said so already. */
export interface Decided {
  readonly decision: string
  /** What the text means now, and the name of it; both null where it names nothing. */
  readonly code: string | null
  readonly name: string | null
}

/** A decision that may be taken. */
interface Checked {
  readonly text: DecidedText
  readonly meaning: DecidedMeaning
  /** The words of before it. */
  readonly vocabulary: Vocabulary
}

/**
 * Decides, for the records of the steward's own agency, what a text means that no table knows: a code of the field's
 * table, a name that no table has, or a word for why it names nothing. Counts for what is imported from now on; what is
 * in already is read again by `renewReadings`. Where the last decision says so already, nothing changes. Throws what
 * `stewardsAgency`, `checkText` and `checkMeaning` throw.
 */
export async function decideText(context: Context, input: VocabularyDecideRequest): Promise<Decided> {
  const agency = await stewardsAgency(context, input.agency)
  await takeTurn(context, agency.id)
  const vocabulary = await loadVocabulary(context, agency.id)
  const text = checkText(input, vocabulary)
  const meaning = checkMeaning(text, input.means, vocabulary)
  return writeDecision(context, agency.id, { text, meaning, vocabulary })
}

/** Writes a decision that was checked, unless it says what stands already. The caller has its turn. */
export async function writeDecision(
  context: Context,
  agency: string,
  { text, meaning, vocabulary }: Checked,
): Promise<Decided> {
  const { code, said, name } = meaning
  const { field, make } = text
  const decided = {
    code,
    name: name ?? (code === null || field === 'serial' ? null : nameIn(vocabulary, field, code, make)),
  }
  const last = await lastDecisionOn(context, agency, text)
  if (last && last.code === code && last.said === said && last.name === name) return { decision: last.id, ...decided }
  const records = await countWaiting(context, agency, text)
  const decision = await recordDecision(context, agency, text, meaning, { records })
  await context.audit({
    action: 'vocabulary.decided',
    subjects: [agency],
    body: { field, text: text.text, make, code, said, ...(name === null ? {} : { name }) },
  })
  return { decision, ...decided }
}
