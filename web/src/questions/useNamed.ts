import { type RefObject, useEffect, useRef } from 'react'

/** The element of the question that the address names: reading begins there. */
export function useNamed(named: boolean): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!named) return
    element.current?.scrollIntoView({ block: 'center' })
    element.current?.focus({ preventScroll: true })
  }, [named])
  return element
}
