import { type RefObject, useEffect, useRef } from 'react'

/** What the keys of a row do; each is pressed by itself, while something of the row has the focus. */
export interface RowKeys {
  /** 1 to 5. */
  readonly accept: (proposal: number) => void
  /** C: to the field of another code. */
  readonly code: () => void
  /** N: a name that no table has. */
  readonly fresh: () => void
  /** X: to the words for no name. */
  readonly says: () => void
  /** U. */
  readonly undo: () => void
}

const typesText = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== 'checkbox')

/** To the row after or before this one: to its box where it has one, else to the first thing that can be pressed. */
function goOn(row: HTMLElement, to: 'nextElementSibling' | 'previousElementSibling'): void {
  const other = row.closest('li')?.[to]
  const target =
    other?.querySelector<HTMLElement>('input[type="checkbox"]') ?? other?.querySelector<HTMLElement>('button')
  target?.focus()
  target?.scrollIntoView({ block: 'nearest' })
}

/**
 * The keys of one row of the queue. They are told by their place on the keyboard and not by what is printed on them, so that they
 * are the same in every script.
 */
export function useRowKeys(row: RefObject<HTMLElement | null>, keys: RowKeys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const element = row.current
    if (!element) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typesText(event.target)) return
      const { accept, code, fresh, says, undo } = latest.current
      const digit = /^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1]
      const acts: Readonly<Record<string, () => void>> = {
        KeyC: code,
        KeyN: fresh,
        KeyX: says,
        KeyU: undo,
      }
      const on = event.code === 'KeyJ' ? 'nextElementSibling' : event.code === 'KeyK' ? 'previousElementSibling' : null
      const act = on ? () => goOn(element, on) : digit ? () => accept(Number(digit) - 1) : acts[event.code]
      if (!act) return
      event.preventDefault()
      act()
    }
    element.addEventListener('keydown', press)
    return () => element.removeEventListener('keydown', press)
  }, [row])
}
