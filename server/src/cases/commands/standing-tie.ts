import { isDeepStrictEqual } from 'node:util'
import type { TieAddRequest } from '@proofmark/contract/schemas/thing'
import type { Context } from '../../access/context.ts'
import { type Tie, tiesOf } from '../queries/ties.ts'
import { sayOnce } from './hold-case.ts'
import type { End } from './write-tie.ts'

type Said = Omit<TieAddRequest, 'grounds' | 'case'> & {
  readonly ends: readonly [End, End]
  readonly case: string | null
  readonly vis: number
}

type Words = { readonly [Name in keyof Tie['said']]: Tie['said'][Name] | undefined }

/** All that is kept of a tie in words: of whose data they are the category and its reason, of any other what stands beside it. */
const inWords = ({ note, source, evaluation, category, reason }: Words): unknown =>
  JSON.parse(JSON.stringify(category === undefined ? { note, source, evaluation } : { category, reason }))

const inOrder = (records: readonly string[]): string =>
  [...records]
    .map((each) => each.toLowerCase())
    .sort()
    .join()

/**
 * The tie by which the reader said the same before, in the same words and in the same case, if it stands; else null. Of two that say
 * it at once the second finds it.
 */
export async function standingTie(context: Context, said: Said): Promise<string | null> {
  const [from, to] = said.ends
  await sayOnce(context, `tie ${from.id} ${said.relation} ${to.id}`)
  const same = (await tiesOf(context, [from.id])).find(
    (tie) =>
      tie.forward &&
      tie.withdrawnAt === null &&
      tie.by === context.reader.account &&
      tie.other === to.id &&
      tie.relation === said.relation &&
      tie.standing === said.standing &&
      tie.case === said.case &&
      tie.vis === said.vis &&
      tie.fromDay === (said.fromDay ?? null) &&
      tie.toDay === (said.toDay ?? null) &&
      (said.reviewOn === undefined || tie.reviewOn === said.reviewOn) &&
      inOrder(tie.records) === inOrder(said.records) &&
      isDeepStrictEqual(inWords(tie.said), inWords(said)),
  )
  return same?.id ?? null
}
