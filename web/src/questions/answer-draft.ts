import type { AnswerRequest, Verdict } from '@proofmark/contract/schemas/question'

/** An answer that is being written. Its identifier goes with what it says, so that sending twice is one answer. */
export interface AnswerDraft {
  readonly id: string
  readonly verdict: Verdict | null
  readonly note: string
}

/** The answers being written, by question; in memory alone, so that going to Find and back loses none. */
export type AnswerDrafts = Map<string, AnswerDraft>

/** Nothing written yet. */
export function emptyAnswer(newIdentifier: () => string): AnswerDraft {
  return { id: newIdentifier(), verdict: null, note: '' }
}

/**
 * The draft with a part changed. What says something else is another answer and takes another identifier: the one before
 * may have arrived although its answer got lost.
 */
export function changeAnswer(
  draft: AnswerDraft,
  part: Partial<Pick<AnswerDraft, 'verdict' | 'note'>>,
  newIdentifier: () => string,
): AnswerDraft {
  const changed = { ...draft, ...part }
  const same = changed.verdict === draft.verdict && changed.note.trim() === draft.note.trim()
  return same ? changed : { ...changed, id: newIdentifier() }
}

/** What is sent; null as long as nothing is chosen. A blank note is none. */
export function answerRequestOf({ id, verdict, note }: AnswerDraft): AnswerRequest | null {
  if (verdict === null) return null
  return { id, verdict, ...(note.trim() === '' ? {} : { note: note.trim() }) }
}
