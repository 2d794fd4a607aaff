import { Worker } from 'node:worker_threads'
import { ProofmarkError } from '@proofmark/contract/errors'
import { SheetFault } from './sheet-fault.ts'
import type { TypesettingAnswer, TypesettingJob } from './typst.ts'

/** PDF/A-3a (ISO 19005-3): tagged, each character with its code, and the data may be attached. */
export const STANDARD = 'a-3a'

export interface TypesettingLimits {
  /** For one document. */
  readonly seconds: number
  readonly sheetBytes: number
  readonly pdfBytes: number
  /** How many may wait at once. */
  readonly waiting: number
}

export const TYPESETTING_LIMITS: TypesettingLimits = {
  seconds: 20,
  sheetBytes: 2_000_000,
  pdfBytes: 20_000_000,
  waiting: 50,
}

interface Waiting {
  readonly job: TypesettingJob
  readonly done: (answer: TypesettingAnswer) => void
  readonly failed: (cause: unknown) => void
}

/**
 * Sets documents one after the other in a thread of its own, so that serving goes on meanwhile. A thread that takes too
 * long or breaks is left to end, and the next document gets a new one.
 */
export class Typesetter {
  private worker: Worker | null = null
  private readonly waiting: Waiting[] = []
  private busy = false
  private readonly limits: TypesettingLimits

  constructor(limits = TYPESETTING_LIMITS) {
    this.limits = limits
  }

  /** The bytes of a PDF. Throws `document_too_large`, or `document_not_set` with the typesetter's own words as its cause. */
  async set(job: TypesettingJob): Promise<Uint8Array> {
    const { sheetBytes, pdfBytes, waiting } = this.limits
    if (Buffer.byteLength(job.sheet) + job.attached.byteLength > sheetBytes)
      throw new ProofmarkError('document_too_large', { limit: sheetBytes })
    if (this.waiting.length >= waiting) throw new ProofmarkError('document_not_set', {}, new Error('too many wait'))
    const answer = await new Promise<TypesettingAnswer>((done, failed) => {
      this.waiting.push({ job, done, failed })
      this.next()
    })
    if ('fault' in answer) throw new ProofmarkError('document_not_set', {}, new SheetFault(answer.fault))
    if (answer.pdf.byteLength > pdfBytes) throw new ProofmarkError('document_too_large', { limit: pdfBytes })
    return answer.pdf
  }

  private next(): void {
    const turn = this.busy ? undefined : this.waiting.shift()
    if (!turn) return
    this.busy = true
    const worker = this.worker ?? this.start()
    worker.ref()
    const timer = setTimeout(() => end(new Error('the typesetter took too long')), this.limits.seconds * 1000)
    const settle = (): void => {
      clearTimeout(timer)
      worker.off('message', answered)
      worker.off('error', end)
      this.busy = false
    }
    const answered = (answer: TypesettingAnswer): void => {
      settle()
      worker.unref()
      turn.done(answer)
      this.next()
    }
    const end = (cause: unknown): void => {
      settle()
      this.worker = null
      worker.unref()
      void worker.terminate()
      turn.failed(new ProofmarkError('document_not_set', {}, cause))
      this.next()
    }
    worker.on('message', answered)
    worker.on('error', end)
    worker.postMessage(turn.job)
  }

  private start(): Worker {
    const worker = new Worker(new URL('./typesetting-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    })
    worker.on('error', () => {
      if (this.worker === worker) this.worker = null
    })
    this.worker = worker
    return worker
  }
}

/** The one typesetter of this process. */
export const typesetter = new Typesetter()
