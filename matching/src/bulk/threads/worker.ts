import { parentPort } from 'node:worker_threads'
import { type Order, Work } from './work.ts'

const work = new Work()

function done(order: Order) {
  const steps = work.do(order)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

parentPort?.on('message', (order: Order) => parentPort?.postMessage(done(order)))
