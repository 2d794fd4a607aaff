import { DESKS } from '@proofmark/contract/route'
import type { Run } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type ListReview, listReview, type ReviewPage } from '../commands/list-review.ts'
import { lookOn } from '../queries/look-on.ts'

export interface ReviewQueue extends ReviewPage {
  /** Has every record been looked at? Else more may wait than is told. */
  readonly whole: boolean
}

/** One answer looks at so many stretches of records at most, and begins none after so long; whoever asks again looks on. */
const STRETCHES = 12
const LONGEST_MS = 1_500

/** The reader's queue, after a look at records that were not looked at yet. Throws `role_needed`, `source_unknown`. */
export async function reviewQueue(run: Run, input: ListReview, stretches = STRETCHES): Promise<ReviewQueue> {
  await run(async ({ reader }) => needRole(reader, DESKS))
  let looked = { whole: false, rests: false }
  const began = performance.now()
  for (let done = 0; done < stretches && !looked.rests && performance.now() - began < LONGEST_MS; done++)
    looked = await run((context) => lookOn(context))
  return { ...(await run((context) => listReview(context, input))), whole: looked.whole }
}
