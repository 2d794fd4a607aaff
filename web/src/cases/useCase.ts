import type { CaseShown } from '@proofmark/contract/schemas/case'
import { useDoing } from '../common/useDoing.ts'

/** What every part of a case's page is given: the case as it stands, and where to put it once it stands anew. */
export interface CaseProps {
  readonly shown: CaseShown
  readonly onChanged: (shown: CaseShown) => void
}

/** Whoever works in an open case may write in it; its lead alone decides about it. */
export const mayWrite = ({ state, part }: CaseShown): boolean => state === 'open' && part !== 'reader'
export const leads = ({ part }: CaseShown): boolean => part === 'lead'

/** Does something at the server after which the case stands anew. */
export function useCaseDoing(onChanged: CaseProps['onChanged']) {
  const { busy, error, act, again } = useDoing()
  const change = (work: () => Promise<CaseShown>, then?: () => void) =>
    act(async () => {
      const shown = await work()
      then?.()
      onChanged(shown)
    })
  return { busy, error, again, change }
}
