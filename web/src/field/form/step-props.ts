import type { DraftDesk, DraftState } from '../draft/draft-desk.ts'
import type { Unlocked } from '../unlocked.ts'

/** What every step of the form works on. */
export interface StepProps {
  readonly desk: DraftDesk
  readonly state: DraftState
  readonly unlocked: Unlocked
}
