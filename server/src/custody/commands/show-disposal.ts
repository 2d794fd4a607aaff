import { EXHIBIT_MANAGERS } from '@proofmark/contract/route'
import type { Context, Reader } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type Clearance, clearanceOf, overseerOf } from '../queries/clearance.ts'
import { type CustodyView, custodyOf } from '../queries/custody-view.ts'
import { type Disposal, disposalState, needDisposal } from '../queries/disposal.ts'
import { needExhibits } from '../queries/exhibit.ts'
import { obstaclesTo } from '../rules/may-follow.ts'

export interface DisposalView {
  /** Who looks at it. */
  readonly reader: Pick<Reader, 'account'>
  readonly disposal: Disposal
  readonly clearance: Clearance | null
  readonly overseer: Awaited<ReturnType<typeof overseerOf>>
  readonly exhibits: readonly {
    readonly view: CustodyView
    readonly obstacles: ReturnType<typeof obstaclesTo>
    /** Under which it is held for somebody. */
    readonly handle: string | null
  }[]
}

/** A campaign with what speaks against the end of each of its exhibits; of one that is over, nothing does. Throws `role_needed`, `not_found`. */
export async function showDisposal(context: Context, id: string): Promise<DisposalView> {
  needRole(context.reader, EXHIBIT_MANAGERS)
  const disposal = await needDisposal(context, id)
  const over = ['carried_out', 'withdrawn'].includes(disposalState(disposal))
  const views = await custodyOf(context, await needExhibits(context, disposal.exhibits))
  const today = context.now.toISOString().slice(0, 10)
  await context.audit({ action: 'custody.disposal_shown', subjects: [id] })
  const clearance = await clearanceOf(context, id)
  return {
    reader: context.reader,
    clearance,
    overseer: await overseerOf(context, disposal.agency),
    disposal,
    exhibits: views.map((view) => {
      const { judged, orders, holds, openTraces, ballistic } = view
      const last = judged.events.at(-1)?.purpose ?? 'recovered'
      const facts = { standing: judged, last, orders, holds: holds.length + ballistic, openTraces, today }
      const handle = over ? null : (clearance?.handles.get(view.exhibit.id) ?? null)
      const held = handle === null ? [] : (['not_cleared'] as const)
      return { view, handle, obstacles: over ? [] : [...obstaclesTo('destroy', facts), ...held] }
    }),
  }
}
