import type { AnswerError, Client } from '@proofmark/contract/client'
import type { Grounds } from '@proofmark/contract/schemas/common'
import type { ListedRow } from '@proofmark/contract/schemas/find'
import { answerError, wasAborted } from '../../frame/api.ts'
import { csvOf, type ListRow, pastedRows } from './pasted.ts'

/** A list in the browser has at most so many rows; the server reads no further. */
export const MOST_ROWS = 500
/** Pasted rows are asked for in parts of this many, so that it shows how far they are. */
export const PART = 25

/** A row with what it states and what came of it. */
export interface ShownRow {
  readonly answer: ListedRow
  readonly stated: ListRow | null
  /** Where it stands: the line of what was pasted, or the row of the file as a spreadsheet counts. */
  readonly place: number
}

/** How far a list has come. `total` is null where the page cannot tell: a file is read by the server. */
export type Listing =
  | { readonly kind: 'empty' }
  | { readonly kind: 'asking'; readonly total: number | null }
  /** `more`: the list went on beyond what one may have. `stopped`: the reader ended it, and the rest was not asked. */
  | { readonly kind: 'done'; readonly more: boolean; readonly stopped: boolean; readonly total: number | null }
  | { readonly kind: 'failed'; readonly error: AnswerError }

export interface ListState {
  readonly text: string
  readonly file: File | null
  readonly listing: Listing
  readonly rows: readonly ShownRow[]
  readonly taking: { readonly busy: boolean; readonly error: AnswerError | null }
}

export interface ListDesk {
  readonly state: () => ListState
  readonly subscribe: (changed: () => void) => () => void
  readonly change: (part: Partial<Pick<ListState, 'text' | 'file'>>) => void
  readonly look: (grounds: Grounds) => void
  readonly stop: () => void
  readonly takeAway: () => void
}

export interface ListDeskOptions {
  readonly call: Client
  /** Asks for a list as a table and gives it to the reader as a file. */
  readonly saveTable: (content: Blob | string, query: Readonly<Record<string, string>>) => Promise<void>
}

interface Asked {
  readonly content: Blob | string
  readonly query: Readonly<Record<string, string>>
}

const EMPTY: ListState = {
  text: '',
  file: null,
  listing: { kind: 'empty' },
  rows: [],
  taking: { busy: false, error: null },
}

function queryOf(file: string, { purpose, reference }: Grounds): Asked['query'] {
  return { file, purpose, ...(reference ? { reference } : {}) }
}

/**
 * The desk of a list: what was pasted or chosen, the rows that came back, and how far it is. It lives in memory alone and
 * outlives its page, so that a look at one row loses nothing.
 */
export function createListDesk({ call, saveTable }: ListDeskOptions): ListDesk {
  let state = EMPTY
  let running: AbortController | null = null
  let asked: Asked | null = null
  const listeners = new Set<() => void>()

  const set = (part: Partial<ListState>) => {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }

  const lookUpFile = async (file: File, grounds: Grounds, signal: AbortSignal) => {
    asked = { content: file, query: queryOf(file.name, grounds) }
    const { rows, more } = await call('findList', file, asked.query, signal)
    if (signal.aborted) return
    const shown = rows.map((answer) => ({
      answer,
      stated: { ...answer.stated, serial: answer.serial },
      place: answer.row,
    }))
    set({ rows: shown, listing: { kind: 'done', more, stopped: false, total: null } })
  }

  const lookUpPasted = async (pasted: readonly ListRow[], grounds: Grounds, signal: AbortSignal) => {
    const rows = pasted.slice(0, MOST_ROWS)
    const query = queryOf('list.csv', grounds)
    asked = { content: csvOf(rows), query }
    for (let from = 0; from < rows.length; from += PART) {
      const part = rows.slice(from, from + PART)
      const answer = await call('findList', csvOf(part), query, signal)
      if (signal.aborted) return
      const shown = answer.rows.map((each, place) => ({
        answer: each,
        stated: part[place] ?? null,
        place: from + place + 1,
      }))
      set({ rows: [...state.rows, ...shown] })
    }
    set({ listing: { kind: 'done', more: pasted.length > rows.length, stopped: false, total: rows.length } })
  }

  return {
    state: () => state,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    change: (part) => set(part),
    look(grounds) {
      running?.abort()
      const controller = new AbortController()
      running = controller
      const { file, text } = state
      const pasted = file ? [] : pastedRows(text)
      const total = file ? null : Math.min(pasted.length, MOST_ROWS)
      set({ rows: [], listing: { kind: 'asking', total }, taking: EMPTY.taking })
      const work = file
        ? lookUpFile(file, grounds, controller.signal)
        : lookUpPasted(pasted, grounds, controller.signal)
      work.catch((thrown: unknown) => {
        if (running === controller && !wasAborted(thrown))
          set({ listing: { kind: 'failed', error: answerError(thrown) } })
      })
    },
    stop() {
      const { listing } = state
      if (listing.kind !== 'asking') return
      running?.abort()
      set({ listing: { kind: 'done', more: false, stopped: true, total: listing.total } })
    },
    takeAway() {
      if (!asked || state.taking.busy) return
      set({ taking: { busy: true, error: null } })
      saveTable(asked.content, asked.query).then(
        () => set({ taking: { busy: false, error: null } }),
        (thrown: unknown) => set({ taking: { busy: false, error: answerError(thrown) } }),
      )
    },
  }
}
