import { setTimeout as sleep } from 'node:timers/promises'

/** Work that goes on after its answer was given: known, so that it can be brought to a clean end with its process. */
export class Background {
  readonly #works = new Set<Promise<unknown>>()
  readonly #ending = new AbortController()

  /** Aborted when the process is about to end. */
  get signal(): AbortSignal {
    return this.#ending.signal
  }

  /** Takes note of work under way. Its failure is the caller's to handle. */
  add(work: Promise<unknown>): void {
    const settled = work.then(
      () => {},
      () => {},
    )
    this.#works.add(settled)
    settled.finally(() => this.#works.delete(settled))
  }

  /** Asks all of it to end, and waits for it so many milliseconds at most. */
  async end(patience: number): Promise<void> {
    this.#ending.abort()
    if (this.#works.size === 0) return
    await Promise.race([Promise.all(this.#works), sleep(patience, undefined, { ref: false })])
  }
}
