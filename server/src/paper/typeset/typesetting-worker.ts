import { parentPort } from 'node:worker_threads'
import { startTypst, type TypesettingJob } from './typst.ts'

const set = startTypst()

parentPort?.on('message', (job: TypesettingJob) => parentPort?.postMessage(set(job)))
