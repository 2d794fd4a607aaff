/** Addresses at which a holder answers partners. */
export const LOOK_UP_PATHS = {
  publications: '/peer/private/publications',
  filter: '/peer/private/filter',
  evaluate: '/peer/private/evaluate',
} as const
export type LookUpPath = (typeof LOOK_UP_PATHS)[keyof typeof LOOK_UP_PATHS]

/** The partner could not be asked, or did not answer as a holder does. */
export class PeerAway extends Error {
  constructor(partner: string, cause?: unknown) {
    super(`The partner ${partner} did not answer.`, cause === undefined ? undefined : { cause })
    this.name = 'PeerAway'
  }
}

/** Asks a partner, whoever carries it: bytes there, bytes back. Throws `PeerAway`. */
export type LookUpPeer = (partner: string, path: LookUpPath, body: Uint8Array, limit: number) => Promise<Uint8Array>

/** What the partner answered is not what it committed to, or not of the form, and is not believed. */
export class AnswerRefused extends Error {
  constructor(what: string, cause?: unknown) {
    super(what, cause === undefined ? undefined : { cause })
    this.name = 'AnswerRefused'
  }
}
