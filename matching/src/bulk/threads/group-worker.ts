import { parentPort } from 'node:worker_threads'
import { type GroupOrder, GroupWork } from './group-work.ts'

const work = new GroupWork()
parentPort?.on('message', (order: GroupOrder) => parentPort?.postMessage(work.do(order)))
