import { useSyncExternalStore } from 'react'

/** The width under which the page has one column and the line numbers alone: that of the style sheets. */
const NARROW = '(max-width: 45rem)'

function subscribe(changed: () => void): () => void {
  const query = matchMedia(NARROW)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** Is the page narrower than 720 pixels? */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches)
