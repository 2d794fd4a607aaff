import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useLanguage } from '../frame/language.tsx'
import { type Act, Canvas, type CanvasHandle } from './canvas/Canvas.tsx'
import type { Chosen, GraphDesk } from './desk/graph-desk.ts'
import styles from './GraphPage.module.css'
import { Export } from './keep/Export.tsx'
import { leftFigure } from './left-figure.ts'
import { Away } from './parts/Away.tsx'
import { Evidence } from './parts/Evidence.tsx'
import { Filters } from './parts/Filters.tsx'
import { Legend } from './parts/Legend.tsx'
import { Toolbar, type View } from './parts/Toolbar.tsx'
import { fold, hide, move, pin } from './state/arrangement.ts'
import { bundleWith } from './state/bundles.ts'
import { TableTwin } from './twins/TableTwin.tsx'
import { TimelineTwin } from './twins/TimelineTwin.tsx'
import { usePaper } from './usePaper.ts'
import { usePrinting } from './usePrinting.ts'
import { useTexts, type Words } from './useTexts.ts'
import { useUndoKeys } from './useUndoKeys.ts'

interface PictureProps {
  readonly desk: GraphDesk
  readonly words: Words
  /** The case that the page was begun with. */
  readonly begun: string | null
}

/** The drawing or one of its twins, beside it the evidence of what is looked at. On paper: the drawing and the table. */
export function Picture({ desk, words, begun }: PictureProps) {
  const { say } = useLanguage()
  const [view, setView] = useState<View>('drawing')
  const [asked, setAsked] = useState(0)
  const canvas = useRef<CanvasHandle>(null)
  const twin = useRef<HTMLDivElement>(null)
  const lookedFrom = useRef<HTMLElement | null>(null)
  const { shown, arrangement, change } = desk
  const texts = useTexts(shown, words)
  const printing = usePrinting()
  const spoken = useSpoken(desk, words)
  const paper = usePaper(shown, texts)
  const look = (chosen: Chosen) => {
    const from = document.activeElement
    if (from instanceof HTMLElement && !from.closest('aside')) lookedFrom.current = from
    desk.choose(chosen)
    setAsked((times) => times + 1)
  }
  const back = () => {
    if (lookedFrom.current?.isConnected) lookedFrom.current.focus()
    else canvas.current?.focus()
  }
  const act = (what: Act, name: string) => {
    const spot = arrangement.spots.get(name)
    if (what === 'evidence') look({ what: 'node', name })
    if (what === 'expand') desk.expand([name])
    if (what === 'fold' && spot) change(fold(arrangement, name, !spot.collapsed))
    if (what === 'hide') change(hide(arrangement, [name]))
    if (what === 'pin' && spot) change(pin(arrangement, name, !spot.pinned))
    if (what !== 'table') return
    flushSync(() => setView('table'))
    const row = twin.current?.querySelector(`[data-node="${CSS.escape(name)}"] button`)
    if (row instanceof HTMLElement) row.focus()
  }
  useUndoKeys(desk)
  return (
    <div>
      <Toolbar desk={desk} words={words} begun={begun} view={view} onView={setView} />
      <Filters desk={desk} />
      <div className={styles.sheet}>
        <figure className={styles.figure} data-view={view}>
          {view === 'drawing' && (
            <Canvas
              ref={canvas}
              shown={shown}
              texts={texts}
              chosen={desk.chosen}
              spoken={spoken}
              onChoose={desk.choose}
              onMove={(places) => change(move(arrangement, places))}
              onAct={act}
            />
          )}
          {paper !== null && <img className={styles.paper} src={paper} alt={say('graph.page.picture')} />}
          <div ref={twin}>
            {view === 'timeline' && <TimelineTwin desk={desk} words={words} onLook={look} />}
            {(view === 'table' || (view === 'drawing' && printing)) && (
              <TableTwin desk={desk} words={words} onLook={look} />
            )}
          </div>
          <figcaption>
            <Legend {...shown} />
            <Away desk={desk} words={words} />
            <Export desk={desk} texts={texts} />
          </figcaption>
        </figure>
        <Evidence desk={desk} words={words} asked={asked} onLook={look} onBack={back} />
      </div>
    </div>
  )
}

/** What is looked at, in a sentence. */
function useSpoken({ chosen, shown }: GraphDesk, words: Words): string {
  const { say, figures } = useLanguage()
  if (chosen === null) return ''
  if (chosen.what === 'tie') {
    const bundle = bundleWith(shown.bundles, chosen.id)
    if (!bundle) return ''
    return say('graph.page.spoken_tie', {
      from: words.nameOf(bundle.from),
      relation: words.relations(bundle),
      to: words.nameOf(bundle.to),
      standing: say(`graph.standing.${bundle.kind}`),
    })
  }
  const place = shown.nodes.findIndex(({ name }) => name === chosen.name)
  const node = shown.nodes[place]
  if (!node) return ''
  const ties = shown.edges.filter(({ from, to }) => from === node.name || to === node.name).length
  const left = leftFigure(node.left, say, figures)
  return say('graph.page.spoken', {
    place: figures.count(place + 1),
    of: figures.count(shown.nodes.length),
    kind: words.kind(node.node),
    name: words.name(node.node),
    count: ties,
    figure: figures.count(ties),
    left: left.count,
    leftFigure: left.figure,
  })
}
