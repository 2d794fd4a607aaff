import type { TraceShown } from '@proofmark/contract/schemas/trace-shown'

/** What the form of every act is given. */
export interface ActProps {
  readonly trace: TraceShown
  /** Saves first what is not saved yet; fulfils with whether it is. */
  readonly before: () => Promise<boolean>
  readonly onChanged: (trace: TraceShown) => void
  readonly onLeave: () => void
}
