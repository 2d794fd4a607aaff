import { PROTECTED_CATEGORIES, type Standing, type SubjectCategory } from '@proofmark/contract/case-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { categoriesOf } from '../queries/ties.ts'
import { reviewDay } from '../rules/review-day.ts'
import { writeTie } from './write-tie.ts'

export interface SubjectDraft {
  readonly tie: string
  readonly thing: string
  readonly kind: 'person' | 'organisation'
  readonly case: string
  readonly category: SubjectCategory
  readonly standing: Standing
  readonly reason?: string | undefined
  readonly vis: number
  readonly agency: string
  readonly reviewOn?: string | undefined
}

const PROTECTED: readonly SubjectCategory[] = PROTECTED_CATEGORIES
const guarded = (category: SubjectCategory) => PROTECTED.includes(category)
const suspected = (category: SubjectCategory) => category === 'suspect' || category === 'convicted'

/**
 * Says whose data they are in a case (Directive (EU) 2016/680, article 6). Somebody may be both a suspect and a witness: that
 * needs a reason, both stand, and the protection of the witness stays. Throws `subject_needs_reason`, `review_too_late` and
 * `thing_id_used`.
 */
export async function saySubject(context: Context, draft: SubjectDraft): Promise<boolean> {
  const { thing, category, reason } = draft
  const standing = (await categoriesOf(context, [thing])).filter((each) => each.case === draft.case)
  const against = standing.find(
    (each) => (guarded(category) && suspected(each.category)) || (suspected(category) && guarded(each.category)),
  )
  if (against && reason === undefined)
    throw new ProofmarkError('subject_needs_reason', { category, before: against.category })
  return writeTie(context, {
    id: draft.tie,
    from: { kind: draft.kind, id: thing },
    to: { kind: 'case', id: draft.case },
    relation: 'subject_of',
    standing: draft.standing,
    ...{ vis: draft.vis, case: draft.case, agency: draft.agency },
    said: { category, ...(reason === undefined ? {} : { reason }) },
    reviewOn: reviewDay(draft.reviewOn, context.now, guarded(category)),
  })
}
