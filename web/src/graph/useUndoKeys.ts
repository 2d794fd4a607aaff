import { useEffect, useRef } from 'react'
import type { GraphDesk } from './desk/graph-desk.ts'

/** What is typed has a history of its own. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox')

/** Control and Z take a step back, with Shift, or as Y, forth again. */
export function useUndoKeys({ undo, redo }: Pick<GraphDesk, 'undo' | 'redo'>): void {
  const ways = useRef({ undo, redo })
  ways.current = { undo, redo }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      if (!(event.ctrlKey || event.metaKey) || isTyping(event.target) || (key !== 'z' && key !== 'y')) return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) ways.current.redo()
      else ways.current.undo()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
