import { createHash } from 'node:crypto'

/** The largest body of one message, in bytes. Files travel beside it, by their hash. */
export const MESSAGE_LIMIT_BYTES = 1_000_000

/** What both sides log of a message: SHA-256 of the exact bytes of its body. */
export const hashOf = (body: Uint8Array): Buffer => createHash('sha256').update(body).digest()
