import { type DeconflictionKind, STANDING_DAYS } from '@proofmark/contract/deconfliction-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { askingCase } from '../queries/asking-case.ts'
import { askedKey, askedSkeleton } from '../rules/deconfliction-value.ts'
import { countAsking } from './count-asking.ts'

export interface DeconflictionQuestion {
  readonly id: string
  readonly kind: DeconflictionKind
  readonly value: string
  /** Identifier or reference. */
  readonly case: string
}

/** What the matching process is asked: a question that is kept, and of a serial the skeleton, which is kept nowhere. */
export interface KeptQuestion {
  readonly about: 'question'
  readonly id: string
  readonly skeleton: string | null
}

const DAY_MS = 86_400_000

/**
 * Keeps a question by the key of its value, counts it and logs it; the value itself stands in the body of the entry
 * alone. Throws `deconfliction_unreadable` where the value says too little, `deconfliction_too_often`,
 * `deconfliction_id_used`, and what {@link askingCase} throws. None of it depends on what others keep.
 */
export async function askDeconfliction(context: Context, question: DeconflictionQuestion): Promise<KeptQuestion> {
  const { query, reader, now, recordSecret, grounds, audit } = context
  const { id, kind, value } = question
  const asked = await askingCase(context, question.case)
  const key = askedKey(recordSecret, kind, value)
  if (key === null) throw new ProofmarkError('deconfliction_unreadable', { kind })
  const kept: KeptQuestion = { about: 'question', id, skeleton: kind === 'serial' ? askedSkeleton(value) : null }
  const made = await query
    .insertInto('deconfliction_question')
    .values({
      ...{ id, vis: asked.vis, agency_id: asked.agency, case_id: asked.id, kind, key },
      purpose: grounds?.purpose ?? 'criminal_investigation',
      asked_by: reader.account,
      asked_at: now,
      until: new Date(now.getTime() + STANDING_DAYS * DAY_MS),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) await countAsking(context, 'question', asked.agency)
  else {
    const before = await query
      .selectFrom('deconfliction_question')
      .select(['case_id', 'kind', 'key', 'asked_by', 'withdrawn_at'])
      .where('id', '=', id)
      .executeTakeFirst()
    const same =
      before?.case_id === asked.id &&
      before.kind === kind &&
      before.asked_by === reader.account &&
      before.withdrawn_at === null &&
      before.key?.equals(key)
    if (!same) throw new ProofmarkError('deconfliction_id_used', { id })
  }
  await audit({ action: 'deconfliction.asked', subjects: [asked.id, id], body: { kind, value } })
  return kept
}
