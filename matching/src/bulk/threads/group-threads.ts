import { Worker } from 'node:worker_threads'
import { askWorker } from './ask-worker.ts'
import type { GroupAnswers, GroupOrder } from './group-work.ts'

/** Threads that look for candidates while whoever asks does something else. Each takes one order at a time. */
export class GroupThreads {
  private readonly workers: readonly Worker[]

  constructor(threads: number) {
    const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
    const file = new URL(`./group-worker${extension}`, import.meta.url)
    this.workers = Array.from({ length: threads }, () => new Worker(file))
  }

  /** Gives every thread the same order and waits for all; the answers stand in the order of the threads. */
  all<Kind extends GroupOrder['kind']>(order: Extract<GroupOrder, { kind: Kind }>): Promise<GroupAnswers[Kind][]> {
    return Promise.all(this.workers.map((worker) => askWorker<GroupAnswers[Kind]>(worker, order)))
  }

  async end(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()))
  }
}
