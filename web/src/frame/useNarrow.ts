import { useSyncExternalStore } from 'react'

/** Where one column is left and the desks fold, as the styles have it. */
const NARROW = '(max-width: 45rem)'

function listen(changed: () => void): () => void {
  const query = matchMedia(NARROW)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** Is the page as narrow as that? */
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => matchMedia(NARROW).matches)
