import { EXHIBIT_MANAGERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type CustodyView, custodyOf } from '../queries/custody-view.ts'
import { type Disposal, needDisposal } from '../queries/disposal.ts'
import { needExhibits } from '../queries/exhibit.ts'
import { obstaclesTo } from '../rules/may-follow.ts'

export interface DisposalView {
  readonly disposal: Disposal
  readonly exhibits: readonly { readonly view: CustodyView; readonly obstacles: ReturnType<typeof obstaclesTo> }[]
}

/** A campaign with what speaks against the end of each of its exhibits; of one that is done, nothing does. Throws `role_needed`, `not_found`. */
export async function showDisposal(context: Context, id: string): Promise<DisposalView> {
  needRole(context.reader, EXHIBIT_MANAGERS)
  const disposal = await needDisposal(context, id)
  const done = disposal.signatures.length === 2
  const views = await custodyOf(context, await needExhibits(context, disposal.exhibits))
  const today = context.now.toISOString().slice(0, 10)
  await context.audit({ action: 'custody.disposal_shown', subjects: [id] })
  return {
    disposal,
    exhibits: views.map((view) => {
      const { judged, orders, holds, openTraces, ballistic } = view
      const last = judged.events.at(-1)?.purpose ?? 'recovered'
      const facts = { standing: judged, last, orders, holds: holds.length + ballistic, openTraces, today }
      return { view, obstacles: done ? [] : obstaclesTo('destroy', facts) }
    }),
  }
}
