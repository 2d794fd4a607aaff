import { THING_KINDS } from '@proofmark/contract/case-words'
import type { Context } from '../../access/context.ts'

/** How a thing is tied to a case that it is of, whichever case it was recorded in. */
const OF_CASE = ['subject_of', 'in_case'] as const

/**
 * The identifiers of a case's persons and things, to be asked within another question: those recorded in it, and those of which a
 * standing tie that the reader may read says that they are subject of it or were given to it. Which of them the reader may see is
 * for row security to say, of the thing as of the tie.
 */
export const thingsOfCase = ({ query }: Context, file: string) =>
  query
    .selectFrom('thing')
    .select('id')
    .where('case_id', '=', file)
    .union(
      query
        .selectFrom('tie')
        .select('other_id as id')
        .where('node_id', '=', file)
        .where('relation', 'in', OF_CASE)
        .where('other_kind', 'in', THING_KINDS)
        .where('withdrawn_at', 'is', null),
    )
