import type { ClearanceList } from '@proofmark/contract/schemas/clearance'
import type { Holds } from '../commands/list-holds.ts'

/** What is held, for those for whom it is held and for those who oversee it. */
export const presentHolds = ({ ours, overseen }: Holds): ClearanceList => ({
  ours: ours.map(({ id, handle, keeper, desk, reference, at, traces, letGo }) => ({
    hold: id,
    handle,
    keeper: { agency: keeper, desk },
    reference,
    at: at.toISOString(),
    traces: [...traces],
    stands: letGo === null && traces.length > 0,
    letGo: letGo && { ...letGo, at: letGo.at.toISOString() },
  })),
  overseen: overseen.map(({ at, letGoAt, ...told }) => ({
    ...told,
    at: at.toISOString(),
    letGoAt: letGoAt?.toISOString() ?? null,
  })),
})
