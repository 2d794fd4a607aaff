/** Who owns everything in the cluster. People and desks connect as other, lesser roles. */
export const SUPERUSER = 'postgres'

/** Reachable from this machine alone. */
export const HOST = '127.0.0.1'

/** A running embedded PostgreSQL and how to reach it. */
export interface EmbeddedServer {
  readonly host: typeof HOST
  readonly port: number
  readonly superuser: typeof SUPERUSER
  readonly password: string
  /** True where it ran already: left by a start that was killed, or found by `findRunning`. */
  readonly adopted: boolean
  /**
   * From now on starts the server again, at the same port, whenever it ends by itself. On a server that `findRunning`
   * found it does nothing.
   */
  keepRunning(report: (event: KeepingEvent) => void): void
  /**
   * Stops the server and gives the data folder free; a second call waits for the first. On a server that `findRunning`
   * found it does nothing: that one belongs to the process that serves. Throws `postgres.stop_failed`.
   */
  stop(): Promise<void>
}

/** What becomes of a server that is kept running, for the caller to put into words. */
export type KeepingEvent =
  | { readonly kind: 'ended' }
  /** It could not be started again; it is tried on, less often with time. */
  | { readonly kind: 'failed'; readonly failure: unknown }
  | { readonly kind: 'back' }

/** What a start is doing, for the caller to put into words. */
export type ProgressStep =
  /** A new cluster is being made: some seconds, once. */
  | 'postgres.preparing'
  | 'postgres.starting'
  /** The last stop was none: PostgreSQL reads its journal first, which can take minutes. */
  | 'postgres.recovering'
  | 'postgres.ready'
  /** A healthy server of an earlier start was found and is used on. */
  | 'postgres.adopted'
