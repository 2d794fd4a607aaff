import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../../access/context.ts'
import { needCase, needPart } from '../../policy/case-part.ts'
import { standingOf } from '../../rules/case-standing.ts'
import { idsOf } from '../../rules/graph/node.ts'
import { entriesOf } from '../entries.ts'
import { standsInCase } from '../within-case.ts'

/** The case on whose ground persons are shown. */
export interface NamedGround {
  readonly case: string
  /** The records that were given to it, and those on which what was given to it rests, as far as the reader may see them. */
  readonly records: ReadonlySet<string>
}

/**
 * The case for which somebody is to be shown whom records name: an open one in which they work, since an inquiry is the purpose
 * that a name needs. Throws `role_needed`, `not_found`, `case_part_needed` for who only reads in it, and `case_not_open`.
 */
export async function namedGround(context: Context, id: string): Promise<NamedGround> {
  const { id: of } = await needCase(context, id)
  await needPart(context, of, 'member')
  const { state } = standingOf((await entriesOf(context, [of])).get(of) ?? [])
  if (state !== 'open') throw new ProofmarkError('case_not_open', { state })
  return { case: of, records: new Set(idsOf(await standsInCase(context, of), 'record', 'firearm')) }
}
