import { Worker } from 'node:worker_threads'
import type { Answers, Order } from './work.ts'

/** Threads that work for one run. Each takes one order at a time. */
export class Pool {
  private readonly workers: readonly Worker[]

  constructor(threads: number) {
    const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
    const file = new URL(`./worker${extension}`, import.meta.url)
    this.workers = Array.from({ length: threads }, () => new Worker(file))
  }

  get size(): number {
    return this.workers.length
  }

  private order<Kind extends Order['kind']>(
    worker: Worker,
    order: Extract<Order, { kind: Kind }>,
  ): Promise<Answers[Kind]> {
    return new Promise((resolve, reject) => {
      const end = () => {
        worker.off('message', answered)
        worker.off('error', failed)
        worker.off('exit', gone)
      }
      const answered = (answer: Answers[Kind]) => {
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

  /** Gives every thread an order of its own and waits for all; the answers stand in the order of the threads. */
  all<Kind extends Order['kind']>(
    orderOf: (thread: number) => Extract<Order, { kind: Kind }>,
  ): Promise<Answers[Kind][]> {
    return Promise.all(this.workers.map((worker, thread) => this.order<Kind>(worker, orderOf(thread))))
  }

  async end(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()))
  }
}
