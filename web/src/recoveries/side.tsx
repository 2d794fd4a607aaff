import type { ShownSide } from '@proofmark/contract/schemas/custody'
import { Facts } from '../common/Facts.tsx'

/** Somebody and whose they are, as far as that is known; to be set as facts. */
export const sideNodes = (side: ShownSide) =>
  side === null
    ? []
    : [side.name && <bdi key="name">{side.name}</bdi>, side.organisation && <bdi key="of">{side.organisation}</bdi>]

/** The same in the cell of a table, whose parts would stand below each other on a narrow screen. */
export const Side = ({ side }: { readonly side: ShownSide }) => (
  <span>
    <Facts>{sideNodes(side)}</Facts>
  </span>
)
