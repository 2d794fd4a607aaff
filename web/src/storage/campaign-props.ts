import type { DisposalShown } from '@proofmark/contract/schemas/custody-storage'

/** A campaign as it stands, and what is done once something was done with it. */
export interface CampaignProps {
  readonly shown: DisposalShown
  readonly onChanged: () => void
}
