import { useSyncExternalStore } from 'react'

const paper = () => matchMedia('print')

function onPaper(changed: () => void): () => void {
  const list = paper()
  list.addEventListener('change', changed)
  return () => list.removeEventListener('change', changed)
}

/** Is the page being set for paper, which shows the table beside the drawing? */
export function usePrinting(): boolean {
  return useSyncExternalStore(onPaper, () => paper().matches)
}
