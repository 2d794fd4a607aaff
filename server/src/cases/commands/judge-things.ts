import { ProofmarkError } from '@proofmark/contract/errors'
import type { ThingJudgeRequest } from '@proofmark/contract/schemas/thing'
import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { needSightOf } from '../policy/subjects.ts'
import { verdictsAbout, verdictsAround } from '../queries/judged-things.ts'
import { needThing } from '../queries/things.ts'
import { oneWith } from '../rules/one-thing.ts'
import { sayOnce } from './hold-case.ts'

/**
 * Says whether two things are one, that it is not known, or that what was said no longer holds; earlier verdicts stay, and
 * the last of a pair counts. Answers what the first is one with. Throws `not_found`, `role_needed`, `things_unlike` for things
 * of two kinds, and `thing_id_used`.
 */
export async function judgeThings(
  context: Context,
  { id: stated, verdict, why, ...pair }: Omit<ThingJudgeRequest, 'grounds'>,
): Promise<readonly string[]> {
  const { query, reader, audit } = context
  const id = stated.toLowerCase()
  const [first, second] = [await needThing(context, pair.first), await needThing(context, pair.second)]
  if (first.kind !== second.kind) throw new ProofmarkError('things_unlike')
  needSightOf(reader, first.kind)
  await sayOnce(context, `judgement of things ${id}`)
  const before = (await verdictsAbout(context, [first.id])).find((each) => each.id === id)
  if (before && (before.second !== second.id || before.verdict !== verdict))
    throw new ProofmarkError('thing_id_used', { id })
  if (!before) {
    const { number } = await query
      .selectNoFrom(sql<string>`nextval('thing_judgement_number')`.as('number'))
      .executeTakeFirstOrThrow()
    const row = (one: typeof first, other: typeof first) => ({
      ...{ thing_id: one.id, other_id: other.id, vis: one.vis, other_vis: other.vis, number, id, verdict },
      ...{ why: why ?? null, judged_by: reader.account, agency_id: reader.agency?.id ?? null },
    })
    await query
      .insertInto('thing_judgement')
      .values([row(first, second), row(second, first)])
      .execute()
    await audit({ action: 'things.judged', subjects: [first.id, second.id], body: { verdict } })
  }
  return oneWith(first.id, await verdictsAround(context, [first.id])).things
}
