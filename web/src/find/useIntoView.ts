import { type RefObject, useEffect, useRef } from 'react'
import type { FindState } from './useFind.ts'

/** In pixels: with less of it on the screen, nobody sees that something came. */
const SEEN = 96

/**
 * Brings what came of a search into view where it came below the screen, as it does under the long form of a small one,
 * or above it, as what came before it was brought into view. What was there when the page was opened, or can be seen,
 * stays where it is, and so does the place that is typed at.
 */
export function useIntoView(page: RefObject<HTMLElement | null>, state: FindState): void {
  const was = useRef(state)
  useEffect(() => {
    if (was.current === state) return
    was.current = state
    const came = page.current?.querySelector('[data-came]')
    if (!came) return
    const { top } = came.getBoundingClientRect()
    if (top < 0 || top > innerHeight - SEEN) came.scrollIntoView({ block: 'start' })
  }, [page, state])
}
