import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { askWorker } from './ask-worker.ts'
import { type Answers, type Order, Work } from './work.ts'

/** Little that lives shortly is made here, and room for it would count once for each thread. */
const YOUNG_MEGABYTES = 4

/**
 * Threads that work for one run: the one that asks, and as many more as are missing. Each takes one order at a time. The
 * asking thread lets others have their turn before its own part, and in between.
 */
export class Pool {
  private readonly own = new Work()
  private readonly workers: readonly Worker[]

  constructor(threads: number) {
    const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
    const file = new URL(`./worker${extension}`, import.meta.url)
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MEGABYTES }
    this.workers = Array.from({ length: Math.max(0, threads - 1) }, () => new Worker(file, { resourceLimits }))
  }

  get size(): number {
    return 1 + this.workers.length
  }

  private async doOwn<Kind extends Order['kind']>(order: Extract<Order, { kind: Kind }>): Promise<Answers[Kind]> {
    const steps = this.own.do(order)
    for (;;) {
      await nextTurn()
      const step = steps.next()
      if (step.done) return step.value as Answers[Kind]
    }
  }

  /** Gives every thread an order of its own and waits for all; the answers stand in the order of the threads. */
  async all<Kind extends Order['kind']>(
    orderOf: (thread: number) => Extract<Order, { kind: Kind }>,
  ): Promise<Answers[Kind][]> {
    const others = Promise.all(this.workers.map((worker, at) => askWorker<Answers[Kind]>(worker, orderOf(at + 1))))
    const [own, rest] = await Promise.all([this.doOwn<Kind>(orderOf(0)), others])
    return [own, ...rest]
  }

  async end(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()))
  }
}
