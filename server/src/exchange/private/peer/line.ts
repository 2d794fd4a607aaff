import { LOOK_UP_PATHS, type LookUpPath, type LookUpPeer, PeerAway } from './look-up-peer.ts'

/** A call to a partner's node, as the line between nodes makes it. */
export interface LineRequest {
  readonly path: string
  readonly body: Uint8Array
  readonly limit: number
  readonly patience: number
}
export type LineCall = (
  partner: string,
  request: LineRequest,
) => Promise<{ readonly status: number; readonly body: Uint8Array }>

/** A question and its answer; a filter of a million tokens over a slow line takes longer. */
const PATIENCE_MS: Readonly<Record<LookUpPath, number>> = {
  [LOOK_UP_PATHS.publications]: 20_000,
  [LOOK_UP_PATHS.evaluate]: 20_000,
  [LOOK_UP_PATHS.filter]: 10 * 60_000,
}

/** Asks partners over the line between nodes, which knows who they are. */
export function peerOverLine(call: LineCall): LookUpPeer {
  return async (partner, path, body, limit) => {
    const answered = await call(partner, { path, body, limit, patience: PATIENCE_MS[path] }).catch((cause: unknown) => {
      throw new PeerAway(partner, cause)
    })
    if (answered.status !== 200) throw new PeerAway(partner)
    return answered.body
  }
}
