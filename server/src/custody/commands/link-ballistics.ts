import { ProofmarkError } from '@proofmark/contract/errors'
import { EXAMINERS } from '@proofmark/contract/route'
import type { BallisticLinkRequest } from '@proofmark/contract/schemas/ballistic'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { itemsById, type KeptItem } from '../queries/ballistic-items.ts'
import { settleComparison } from './settle-comparison.ts'
import { examiningAgency, holdBallistics, isPastDay, writeResult } from './write-ballistics.ts'

/** The item, or `not_found`, in the same words for one that is hidden and one that there is not. */
export async function needItem(context: Context, id: string): Promise<KeptItem> {
  const found = (await itemsById(context, [id.toLowerCase()])).get(id.toLowerCase())
  if (!found) throw new ProofmarkError('not_found', { what: id })
  return found
}

type Link = Omit<BallisticLinkRequest, 'grounds'>

/**
 * Says what a comparison of two items showed, with the reader as its examiner. Nothing that was said before is changed; a
 * confirmation waits for a second person and is a lead until then. Answers the first item. Throws `role_needed`,
 * `ballistic_agency_needed`, `not_found`, `ballistic_of_itself`, `ballistic_day_wrong`, `ballistic_id_used`.
 */
export async function linkBallistics(context: Context, link: Link): Promise<string> {
  const { reader, now, audit } = context
  needRole(reader, EXAMINERS)
  await examiningAgency(context)
  const { id, first, second, level, on, system, reference, note } = link
  if (first.toLowerCase() === second.toLowerCase()) throw new ProofmarkError('ballistic_of_itself')
  if (!isPastDay(on, now)) throw new ProofmarkError('ballistic_day_wrong', { day: on })
  await holdBallistics(context)
  const ends = [await needItem(context, first), await needItem(context, second)] as const
  const said = {
    ...{ system, on, examiner: reader.name },
    ...(reference === undefined ? {} : { reference }),
    ...(note === undefined ? {} : { note }),
  }
  if (await writeResult(context, { id: id.toLowerCase(), ends, level, said })) {
    await settleComparison(context, ends[0].id, ends[1].id)
    const waits = level === 'hit'
    const body = { level: waits ? 'lead' : level, waits }
    await audit({ action: 'ballistic.linked', subjects: [ends[0].id, ends[1].id], body })
  }
  return ends[0].id
}
