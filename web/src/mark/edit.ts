import { formatCharacters } from '@proofmark/domain/serial-characters'
import { doubtsAbout } from './confusable.ts'
import { cellsOf, LONGEST_TYPED, type TypedCell } from './typed.ts'

/**
 * A mark under the hand: its typed text, the cell that has the focus (one past the last: the next one), and whether
 * alternatives are being written into that cell.
 */
export interface MarkEdit {
  readonly typed: string
  readonly at: number
  readonly open: boolean
}

/** What a key asks of the mark. `insert` is one character as typed. */
export type MarkKey =
  | { readonly kind: 'insert'; readonly character: string }
  | { readonly kind: 'move'; readonly to: 'previous' | 'next' | 'first' | 'last' | number }
  | { readonly kind: 'backspace' | 'delete' | 'doubt' | 'close' }
  | { readonly kind: 'paste'; readonly text: string }

/** The mark after a key. Pure; what a key cannot do to this mark leaves it as it is. */
export function editMark(before: MarkEdit, key: MarkKey): MarkEdit {
  const after = edited({ ...before, typed: bracketed(before.typed) }, key)
  // A run beside a run is one cell with it, so that there may be fewer cells than were written.
  return { ...after, at: Math.min(after.at, cellsOf(after.typed).length) }
}

function edited(edit: MarkEdit, key: MarkKey): MarkEdit {
  if (key.kind === 'insert') return insert(edit, key.character)
  if (key.kind === 'close') return closed(edit)
  if (key.kind === 'backspace' && edit.open) return backspaceInside(edit)
  const settled = closed(edit)
  const cells = cellsOf(settled.typed)
  const here = cells[settled.at]
  switch (key.kind) {
    case 'move':
      return { ...settled, at: moved(settled.at, cells.length, key.to) }
    case 'backspace': {
      const last = cells[settled.at - 1]
      return last ? { ...replace(settled, last, ''), at: settled.at - 1 } : settled
    }
    case 'delete':
      return here ? replace(settled, here, '') : settled
    case 'doubt':
      return here ? replace(settled, here, doubted(here)) : settled
    case 'paste': {
      const start = here?.start ?? settled.typed.length
      const fresh = splice(settled, start, start, bracketed(key.text.trim()))
      return { ...fresh, at: settled.at + cellsOf(fresh.typed).length - cells.length }
    }
  }
}

/** A text whose last `[` was never closed, closed: otherwise it would swallow what is typed after it. */
function bracketed(text: string): string {
  return text.lastIndexOf('[') > text.lastIndexOf(']') ? `${text}]` : text
}

function moved(at: number, count: number, to: 'previous' | 'next' | 'first' | 'last' | number): number {
  const wanted = { previous: at - 1, next: at + 1, first: 0, last: count }
  return Math.max(0, Math.min(count, typeof to === 'number' ? to : wanted[to]))
}

function splice(edit: MarkEdit, start: number, end: number, text: string): MarkEdit {
  const typed = edit.typed.slice(0, start) + text + edit.typed.slice(end)
  return typed.length > LONGEST_TYPED ? edit : { ...edit, typed }
}

function replace(edit: MarkEdit, cell: TypedCell, text: string): MarkEdit {
  return splice(edit, cell.start, cell.end, text)
}

function insert(edit: MarkEdit, character: string): MarkEdit {
  const cell = cellsOf(edit.typed)[edit.at]
  if (edit.open) {
    if (character === ']') return closed(edit)
    if (!cell || /[[?*\s]/.test(character)) return edit
    return splice(edit, cell.end - 1, cell.end - 1, character.toUpperCase())
  }
  if (character === ']' || /\s/.test(character)) return edit
  const start = cell?.start ?? edit.typed.length
  const end = cell?.end ?? edit.typed.length
  if (character === '[') {
    const opened = splice(edit, start, end, '[]')
    return opened === edit ? edit : { ...opened, open: true }
  }
  const fresh = splice(edit, start, end, character.toUpperCase())
  const isSeparator = cellsOf(character).length === 0
  return fresh === edit || isSeparator ? edit : { ...fresh, at: edit.at + 1 }
}

function backspaceInside(edit: MarkEdit): MarkEdit {
  const cell = cellsOf(edit.typed)[edit.at]
  if (!cell) return edit
  if (cell.end - cell.start <= 2) return { ...replace(edit, cell, ''), open: false }
  return splice(edit, cell.end - 2, cell.end - 1, '')
}

/** Ends the writing of alternatives: none leaves no cell, one is a clear character, two the same one. */
function closed(edit: MarkEdit): MarkEdit {
  if (!edit.open) return edit
  const cell = cellsOf(edit.typed)[edit.at]
  if (!cell) return { ...edit, open: false }
  const text = cell.alternatives.length === 0 ? '' : formatCharacters([cell])
  return { ...replace(edit, cell, text), open: false, at: text === '' ? edit.at : edit.at + 1 }
}

/** A clear character becomes one of those it is confused with, a doubtful one clear again. */
function doubted(cell: TypedCell): string {
  const first = cell.alternatives[0]
  if (first === undefined) return formatCharacters([cell])
  if (cell.state === 'doubtful') return first
  return formatCharacters([{ ...cell, alternatives: [first, ...doubtsAbout(first)] }])
}
