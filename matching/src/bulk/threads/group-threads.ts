import { Worker } from 'node:worker_threads'
import type { GroupAnswers, GroupOrder } from './group-work.ts'

/** Threads that look for candidates while whoever asks does something else. Each takes one order at a time. */
export class GroupThreads {
  private readonly workers: readonly Worker[]

  constructor(threads: number) {
    const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
    const file = new URL(`./group-worker${extension}`, import.meta.url)
    this.workers = Array.from({ length: threads }, () => new Worker(file))
  }

  private order<Kind extends GroupOrder['kind']>(
    worker: Worker,
    order: Extract<GroupOrder, { kind: Kind }>,
  ): Promise<GroupAnswers[Kind]> {
    return new Promise((resolve, reject) => {
      const end = () => {
        worker.off('message', answered)
        worker.off('error', failed)
        worker.off('exit', gone)
      }
      const answered = (answer: GroupAnswers[Kind]) => {
        end()
        resolve(answer)
      }
      const failed = (failure: Error) => {
        end()
        reject(failure)
      }
      const gone = (code: number) => failed(new Error(`A thread ended with code ${code}.`))
      worker.on('message', answered)
      worker.on('error', failed)
      worker.on('exit', gone)
      worker.postMessage(order)
    })
  }

  /** Gives every thread the same order and waits for all; the answers stand in the order of the threads. */
  all<Kind extends GroupOrder['kind']>(order: Extract<GroupOrder, { kind: Kind }>): Promise<GroupAnswers[Kind][]> {
    return Promise.all(this.workers.map((worker) => this.order<Kind>(worker, order)))
  }

  async end(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()))
  }
}
