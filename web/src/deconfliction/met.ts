import { useEffect } from 'react'

/** Told to the pages of the desk when the reader goes to look at a meeting that came while one of them was open. */
export const MET = 'proofmark-met'

/** Calls when the reader wants to see a meeting that came meanwhile. */
export function useMet(onMet: () => void): void {
  useEffect(() => {
    addEventListener(MET, onMet)
    return () => removeEventListener(MET, onMet)
  }, [onMet])
}
