import type { AnswerError, Client } from '@proofmark/contract/client'
import { answerError } from '../../frame/api.ts'
import type { Book, Page } from '../device/book.ts'
import { leftToAsk, withAnswers } from '../draft/answers.ts'
import { type Draft, formToSend, type Picture } from '../draft/draft.ts'
import type * as photographs from './photograph-api.ts'
import { PART_BYTES } from './photograph-api.ts'

/** What is on its way at this moment. */
export type UnderWay =
  | { readonly kind: 'text'; readonly recovery: string }
  | { readonly kind: 'picture'; readonly file: string; readonly part: number; readonly of: number }

/** Why the last try ended before everything was sent; null where it did not. */
export type Halted = 'offline' | 'sign_in' | 'server' | 'device' | null

export interface OutboxState {
  readonly underWay: UnderWay | null
  readonly halted: Halted
  /** Counts what changed on the device, so that a page reads anew. */
  readonly turns: number
}

export interface OutboxOptions {
  readonly book: Book
  readonly call: Client
  readonly files: Pick<typeof photographs, 'announce' | 'sendPart'>
  /** Is the server there? */
  readonly reach: () => Promise<boolean>
}

/** What waits on this device, on its way to the server: text before photographs, one thing at a time. */
export interface Outbox {
  readonly state: () => OutboxState
  readonly subscribe: (changed: () => void) => () => void
  /** Sends all that waits, as far as it goes; while one try is under way, another is the same. */
  readonly send: () => Promise<void>
}

/** The try ends here; what waits goes on waiting. */
class HaltedError extends Error {
  readonly why: Exclude<Halted, null>
  constructor(why: Exclude<Halted, null>) {
    super(why)
    this.why = why
  }
}

/** Is it the server that will not have this, or the way there that is closed to everything? */
function haltOf({ status }: AnswerError): Exclude<Halted, null> | null {
  if (status === 0) return 'offline'
  if (status === 401) return 'sign_in'
  return status >= 500 || status === 429 || status === 408 ? 'server' : null
}

/**
 * One device sends from one tab at a time, where the browser can tell its tabs apart. The next waits for its turn: a tab that
 * was killed may hold it for a moment longer, and what is asked for meanwhile must not be forgotten.
 */
function alone(work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return work()
  return navigator.locks.request('proofmark field outbox', work)
}

export function createOutbox({ book, call, files, reach }: OutboxOptions): Outbox {
  let state: OutboxState = { underWay: null, halted: null, turns: 0 }
  let running: Promise<void> | null = null
  // Asked for while a try was under way, which may be past what has come since.
  let wanted = false
  const listeners = new Set<() => void>()
  const set = (part: Partial<OutboxState>) => {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }
  const keep = async (page: Page, part: Partial<Draft>): Promise<Page> => {
    const kept = await book.save({ ...page.draft, ...part }, page).catch(() => {
      throw new HaltedError('device')
    })
    set({ turns: state.turns + 1 })
    return kept
  }

  /** Throws {@link HaltedError} where nothing more can be sent now; else keeps what came of it. */
  const sendText = async (page: Page): Promise<void> => {
    const { draft } = page
    set({ underWay: { kind: 'text', recovery: draft.recovery } })
    const form = formToSend(draft)
    const grounds = { purpose: draft.purpose, ...(form.reference ? { reference: form.reference } : {}) }
    try {
      const saved = await call('recoverySave', {
        recovery: draft.recovery,
        ...(draft.base ? { base: draft.base.version } : {}),
        ...(draft.attempts?.length ? { attempts: [...draft.attempts] } : {}),
        form,
        grounds,
      })
      // What stands may hold what others said: from there the next change begins. Else the draft stays as it is written,
      // blanks and rows that say nothing yet among it, so that somebody who goes on writing contradicts nothing.
      const isMerged = saved.change === 'merged' || saved.version !== saved.sent
      const standing = isMerged ? (await call('recoveryShow', { recovery: draft.recovery, grounds })).form : form
      await keep(page, {
        form: isMerged ? standing : draft.form,
        base: { version: saved.version, form: standing },
        attempts: [],
        saved,
        conflicts: saved.conflicts,
        sending: saved.conflicts.length > 0 ? { kind: 'conflict' } : { kind: 'taken', at: new Date().toISOString() },
      })
    } catch (thrown) {
      if (thrown instanceof HaltedError) throw thrown
      const error = answerError(thrown)
      const halt = haltOf(error)
      if (halt) throw new HaltedError(halt)
      await keep(page, { sending: { kind: 'refused', code: error.code, message: error.message } })
    }
  }

  /** Asks about the items of a large recovery that the server did not come to when it took it. */
  const askRest = async (taken: Page): Promise<void> => {
    for (let page = taken; page.draft.saved; ) {
      const { recovery, purpose, saved } = page.draft
      const exhibits = leftToAsk(saved.answers)
      if (exhibits.length === 0) return
      try {
        const come = await call('recoveryAnswers', { recovery, exhibits, grounds: { purpose } })
        const answers = withAnswers(saved.answers, come.answers)
        page = await keep(page, { saved: { ...saved, answers } })
        if (leftToAsk(answers).length >= exhibits.length) return
      } catch (thrown) {
        if (thrown instanceof HaltedError) throw thrown
        const halt = haltOf(answerError(thrown))
        if (halt) throw new HaltedError(halt)
        return
      }
    }
  }

  const sendPicture = async (recovery: string, picture: Picture): Promise<void> => {
    const settle = async (now: Picture['state']) => {
      const page = await book.read(recovery)
      if (!page) return
      const pictures = page.draft.pictures.map((each) => (each.file === picture.file ? { ...each, state: now } : each))
      await keep(page, { pictures })
    }
    const page = await book.read(recovery)
    const content = await book.readPicture(picture.file)
    if (!page) return
    if (!content) return settle({ kind: 'refused', reason: 'not_here' })
    try {
      let at = await files.announce(recovery, picture, page.draft.purpose)
      const of = Math.ceil(content.byteLength / PART_BYTES)
      while (at.state === 'arriving' && at.received < content.byteLength) {
        set({ underWay: { kind: 'picture', file: picture.file, part: Math.floor(at.received / PART_BYTES) + 1, of } })
        const part = new Blob([content.slice(at.received, at.received + PART_BYTES)])
        at = await files.sendPart(picture.file, at.received, part)
      }
      if (at.state === 'refused') return await settle({ kind: 'refused', reason: at.reason ?? 'no_picture' })
      await settle({ kind: 'taken' })
      // The server has it whole, under the hash that was taken here.
      await book.removePicture(picture.file)
    } catch (thrown) {
      if (thrown instanceof HaltedError) throw thrown
      const error = answerError(thrown)
      const halt = haltOf(error)
      if (halt) throw new HaltedError(halt)
      await settle({ kind: 'refused', reason: error.code })
    }
  }

  const work = async () => {
    try {
      if (!(await reach())) throw new HaltedError('offline')
      const first = await book.list()
      for (const page of first.pages) if (page.draft.sending.kind === 'waiting') await sendText(page)
      const { pages } = await book.list()
      for (const { draft } of pages) {
        if (draft.base === null) continue
        for (const picture of draft.pictures)
          if (picture.state.kind === 'waiting') await sendPicture(draft.recovery, picture)
      }
      for (const page of (await book.list()).pages) await askRest(page)
      set({ underWay: null, halted: null, turns: state.turns + 1 })
    } catch (thrown) {
      set({ underWay: null, halted: thrown instanceof HaltedError ? thrown.why : 'device' })
    }
  }

  return {
    state: () => state,
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    send: () => {
      wanted = true
      running ??= alone(async () => {
        while (wanted) {
          wanted = false
          await work()
        }
      }).finally(() => {
        running = null
      })
      return running
    },
  }
}
