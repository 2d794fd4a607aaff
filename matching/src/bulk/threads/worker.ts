import { parentPort } from 'node:worker_threads'
import { type Order, Work } from './work.ts'

const work = new Work()
parentPort?.on('message', (order: Order) => parentPort?.postMessage(work.do(order)))
