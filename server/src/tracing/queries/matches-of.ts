import { ProofmarkError } from '@proofmark/contract/errors'
import type { TracedFirearm } from '@proofmark/contract/schemas/trace-message'
import type { Context } from '../../access/context.ts'
import { type Candidate, findAsked } from '../../linkage/commands/find.ts'
import { isSearchable } from '../../linkage/commands/search-records.ts'
import { askedByPattern } from '../../linkage/rules/asked-item.ts'
import { loadVocabulary } from '../../records/queries/vocabulary.ts'
import { describedIn } from '../rules/requests/described-in.ts'

export interface Matches {
  /** Records of the answering agency, the likeliest first. */
  readonly own: readonly Candidate[]
  /** Records of others that the reader may see; they are theirs to release. */
  readonly others: readonly Candidate[]
}

const NONE: Matches = { own: [], others: [] }
const LIMIT = 20
/** From how likely on a record of one's own is taken for what is asked about. */
export const LIKELY = 0.8
/** What is less likely is no match on arrival: an officer may still look for it. */
const LEAST = 0.5

/** A mark in no known notation, or too little of one, finds nothing: that is no fault of whoever asks. */
const UNSEARCHABLE: ReadonlySet<string> = new Set(['pattern_unreadable', 'pattern_too_open', 'pattern_says_none'])

/** What the reader may see of the firearm that a request describes. */
export async function matchesOf(context: Context, firearm: TracedFirearm, agency: string): Promise<Matches> {
  const { serial } = firearm
  if (serial.observed === null || (serial.state !== 'legible' && serial.state !== 'partial')) return NONE
  const vocabulary = await loadVocabulary(context, agency)
  try {
    const asked = askedByPattern(describedIn(firearm), vocabulary)
    if (!isSearchable(asked.marks)) return NONE
    const { candidates } = await findAsked(context, asked, LIMIT)
    const likely = candidates.filter(({ probability }) => probability >= LEAST)
    return {
      own: likely.filter(({ agencyId }) => agencyId === agency),
      others: likely.filter(({ agencyId }) => agencyId !== agency),
    }
  } catch (failure) {
    if (failure instanceof ProofmarkError && UNSEARCHABLE.has(failure.code)) return NONE
    throw failure
  }
}
