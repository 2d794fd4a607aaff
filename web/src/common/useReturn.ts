import { useEffect, useRef } from 'react'

/** Calls when the reader comes back to a page that was out of sight, and not sooner than `leastMs` after the last time. */
export function useReturn(onReturn: () => void, leastMs: number): void {
  const call = useRef(onReturn)
  call.current = onReturn
  useEffect(() => {
    let last = Date.now()
    const look = () => {
      if (document.visibilityState !== 'visible' || Date.now() - last < leastMs) return
      last = Date.now()
      call.current()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [leastMs])
}
