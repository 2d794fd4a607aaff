import { useEffect, useMemo, useState } from 'react'
import { useLanguage } from '../frame/language.tsx'
import { pictureOf, type Texts } from './picture/picture.ts'
import { svgAddress, svgOf } from './picture/svg.ts'
import type { Shown } from './state/shown.ts'
import { usePrinting } from './usePrinting.ts'

/** After the drawing has been on the screen for a moment. Safari knows no idle time. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const waiting = setTimeout(work, 500)
    return () => clearTimeout(waiting)
  }
  const waiting = requestIdleCallback(work, { timeout: 2_000 })
  return () => cancelIdleCallback(waiting)
}

/** The drawing for paper, as an address; made once nobody waits for the screen, or at once where it is being printed. */
export function usePaper(shown: Shown, texts: Texts): string | null {
  const { say, locale } = useLanguage()
  const printing = usePrinting()
  const [ready, setReady] = useState<Shown | null>(null)
  useEffect(() => whenIdle(() => setReady(shown)), [shown])
  const isWanted = printing || ready === shown
  return useMemo(
    () => (isWanted ? svgAddress(svgOf(pictureOf(shown, texts), say('graph.page.picture'), locale)) : null),
    [isWanted, shown, texts, say, locale],
  )
}
