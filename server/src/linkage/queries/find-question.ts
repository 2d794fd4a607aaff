import { ProofmarkError } from '@proofmark/contract/errors'
import { identifier } from '@proofmark/contract/schemas/common'
import type { Agency } from '../../access/commands/add-agency.ts'
import type { Context } from '../../access/context.ts'

export interface KnownQuestion {
  readonly id: string
  readonly reference: string
  readonly asker: Agency
  /** Was the reader's agency asked? Else it is the asker. */
  readonly received: boolean
  readonly withdrawnAt: Date | null
}

/**
 * A question that the agency asked or was asked, held until the transaction ends, so that an answer and a withdrawal come
 * one after the other. Throws `not_found`, in the same words for one between other agencies and one that does not exist.
 */
export async function holdQuestion({ query }: Context, agency: Agency, id: string): Promise<KnownQuestion> {
  const found = identifier.safeParse(id).success
    ? await query
        .selectFrom('desk_question as question')
        .innerJoin('agency as asker', 'asker.id', 'question.asker_agency_id')
        .select([
          'question.id',
          'question.reference',
          'question.withdrawn_at as withdrawnAt',
          'asker.id as askerId',
          'asker.name as askerName',
        ])
        .where('question.id', '=', id)
        .forUpdate('question')
        .executeTakeFirst()
    : undefined
  const addressee =
    found &&
    (await query
      .selectFrom('desk_question_addressee')
      .select('agency_id')
      .where('question_id', '=', found.id)
      .where('agency_id', '=', agency.id)
      .executeTakeFirst())
  if (!found || (!addressee && found.askerId !== agency.id)) throw new ProofmarkError('not_found', { what: id })
  const { askerId, askerName, ...question } = found
  return { ...question, asker: { id: askerId, name: askerName }, received: addressee !== undefined }
}
