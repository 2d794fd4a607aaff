import type { Worker } from 'node:worker_threads'

/** Gives a thread an order and waits for its answer, of which there is one for each order. Rejects where the thread ends. */
export function askWorker<Answer>(worker: Worker, order: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const end = () => {
      worker.off('message', answered)
      worker.off('error', failed)
      worker.off('exit', gone)
    }
    const answered = (answer: Answer) => {
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
