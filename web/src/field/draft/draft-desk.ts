import type { RecoveryExhibit, RecoveryForm } from '@proofmark/contract/schemas/recovery'
import { type Book, bothDrafts, type Page } from '../device/book.ts'
import { NoRoomError } from '../device/store.ts'
import type { Draft } from './draft.ts'

/** Whether what stands on the page stands on the device too. */
export type Kept = 'kept' | 'keeping' | 'no_room' | 'failed'

export interface DraftState {
  readonly draft: Draft
  readonly kept: Kept
  /** Another tab of this device wrote to the same draft, and both were put together. */
  readonly together: boolean
}

/** One draft that is written on, kept with every change. */
export interface DraftDesk {
  readonly state: () => DraftState
  readonly subscribe: (changed: () => void) => () => void
  readonly change: (part: Partial<Draft>) => void
  readonly say: (part: Partial<RecoveryForm>) => void
  readonly sayOf: (exhibit: string, part: Partial<RecoveryExhibit>) => void
  /** Tries to keep once more what there was no room for. */
  readonly keepAgain: () => void
  /** Comes when everything that was said so far is kept, or cannot be. */
  readonly settled: () => Promise<Kept>
  /** What is kept was changed by what sends it. */
  readonly reload: () => Promise<void>
}

/** Whatever a change says, once it is sent it has to be sent again. */
const written = (draft: Draft): Draft =>
  draft.sending.kind === 'writing' || draft.sending.kind === 'conflict'
    ? draft
    : { ...draft, sending: { kind: 'writing' } }

/**
 * Opens the desk of a draft. Each change is kept at once; while one is being kept, those that follow are kept together
 * after it, so that the page never waits for the disk and the disk never lags by more than one save.
 */
export function createDraftDesk(book: Book, page: Page): DraftDesk {
  let before = page
  let state: DraftState = { draft: page.draft, kept: 'kept', together: false }
  let running: Promise<void> | null = null
  const listeners = new Set<() => void>()
  const set = (part: Partial<DraftState>) => {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }

  const keep = async () => {
    for (;;) {
      const mine = state.draft
      const made = await book.save(mine, before)
      before = made
      const isLast = state.draft === mine
      if (made.draft !== mine)
        set({ draft: isLast ? made.draft : bothDrafts(mine, made.draft, state.draft), together: true })
      if (isLast) return set({ kept: 'kept' })
    }
  }
  const start = () => {
    set({ kept: 'keeping' })
    running ??= keep()
      .catch((cause: unknown) => set({ kept: cause instanceof NoRoomError ? 'no_room' : 'failed' }))
      .finally(() => {
        running = null
        // Said between the last save and this moment.
        if (state.kept === 'keeping') start()
      })
  }
  const change = (part: Partial<Draft>) => {
    set({ draft: { ...state.draft, ...part } })
    start()
  }
  const say = (part: Partial<RecoveryForm>) => {
    const draft = written(state.draft)
    change({ ...draft, form: { ...draft.form, ...part } })
  }
  return {
    state: () => state,
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    change,
    say,
    sayOf: (exhibit, part) =>
      say({
        exhibits: state.draft.form.exhibits.map((each) => (each.exhibit === exhibit ? { ...each, ...part } : each)),
      }),
    keepAgain: start,
    async settled() {
      while (running) await running
      return state.kept
    },
    async reload() {
      while (running) await running
      const mine = state.draft
      const page = await book.read(mine.recovery)
      // What was typed meanwhile is put together with it by the next save.
      if (!page || running || state.draft !== mine) return
      before = page
      set({ draft: page.draft, kept: 'kept' })
    },
  }
}
