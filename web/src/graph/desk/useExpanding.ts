import type { NodeName } from '@proofmark/contract/schemas/graph'
import { useCallback, useEffect, useRef } from 'react'
import type { Doing } from '../../common/useDoing.ts'
import { MOST_ASKED } from '../state/chunks.ts'
import type { TakingIn } from './useTakingIn.ts'

/**
 * Expands nodes one question after another. What is asked for while another question is answered waits for its turn and is
 * asked for together: whoever goes through a graph by keys is faster than a server is.
 */
export function useExpanding({ expand }: TakingIn, { act, busy, error }: Doing): (names: readonly NodeName[]) => void {
  const waiting = useRef(new Set<NodeName>())
  const askWaiting = useCallback(
    () =>
      act(async () => {
        while (waiting.current.size > 0) {
          const names = [...waiting.current].slice(0, MOST_ASKED)
          await expand(names, false, 1)
          for (const name of names) waiting.current.delete(name)
        }
      }),
    [act, expand],
  )
  useEffect(() => {
    if (!busy && error === null && waiting.current.size > 0) askWaiting()
  }, [busy, error, askWaiting])
  return useCallback(
    (names) => {
      for (const name of names) waiting.current.add(name)
      askWaiting()
    },
    [askWaiting],
  )
}
