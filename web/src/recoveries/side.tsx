import type { ShownSide } from '@proofmark/contract/schemas/custody'

/** Somebody and whose they are, as far as that is known; to be set as facts. */
export const sideNodes = (side: ShownSide) =>
  side === null
    ? []
    : [side.name && <bdi key="name">{side.name}</bdi>, side.organisation && <bdi key="of">{side.organisation}</bdi>]
