import cytoscape, { type Core } from 'cytoscape'
import {
  type ComponentProps,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
} from 'react'
import { Button } from '../../common/Button.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { inTurn, isDirection, nodeAfter } from '../picture/moves.ts'
import type { Texts } from '../picture/picture.ts'
import type { Point } from '../state/arrangement.ts'
import type { Shown } from '../state/shown.ts'
import type { Chosen } from '../useGraph.ts'
import styles from './Canvas.module.css'
import { elementsOf, idOfTie } from './elements.ts'
import { inksIn, onTheme } from './inks.ts'
import { styleOf } from './style.ts'
import { sync } from './sync.ts'

/** What a key does with the node that is looked at. */
export type Act = 'evidence' | 'expand' | 'fold' | 'hide' | 'pin' | 'table'

const ACTS: Readonly<Record<string, Act>> = {
  Enter: 'evidence',
  e: 'expand',
  f: 'fold',
  h: 'hide',
  p: 'pin',
  t: 'table',
}

export interface CanvasHandle {
  readonly focus: () => void
}

interface CanvasProps {
  readonly shown: Shown
  readonly texts: Texts
  readonly chosen: Chosen | null
  /** What is looked at, in words, for whoever does not see it. */
  readonly spoken: string
  readonly ref: Ref<CanvasHandle>
  readonly onChoose: (chosen: Chosen | null) => void
  readonly onMove: (places: ReadonlyMap<string, Point>) => void
  readonly onAct: (act: Act, name: string) => void
}

/** Would put a style sheet of its own into the page, which the page's policy refuses; finding this, it does not. */
const SHEET = '__________cytoscape_stylesheet'
const ZOOM = 1.25

/** The picture, drawn on a canvas. With the keyboard one goes from node to node and does all that the pointer can. */
export default function Canvas({ shown, texts, chosen, spoken, ref, onChoose, onMove, onAct }: CanvasProps) {
  const { say } = useLanguage()
  const help = useId()
  const place = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const cy = useRef<Core | null>(null)
  const calls = useRef({ chosen, onChoose, onMove, onAct })
  calls.current = { chosen, onChoose, onMove, onAct }
  const elements = useMemo(() => elementsOf(shown, texts), [shown, texts])
  useImperativeHandle(ref, () => ({ focus: () => frame.current?.focus() }), [])

  useEffect(() => {
    const container = place.current
    if (!container) return
    const core = cytoscape({
      container,
      style: styleOf(inksIn(container)),
      layout: { name: 'preset' },
      minZoom: 0.05,
      maxZoom: 3,
      boxSelectionEnabled: false,
      autounselectify: true,
      // While it is moved it is a picture of itself: hundreds of nodes follow the hand.
      textureOnViewport: true,
    })
    core.on('tap', (event) => {
      if (event.target === core) calls.current.onChoose(null)
    })
    core.on('tap', 'node:childless', ({ target }) => calls.current.onChoose({ what: 'node', name: target.id() }))
    core.on('tap', 'edge', ({ target }) => calls.current.onChoose({ what: 'tie', id: target.id().slice(4) }))
    core.on('dbltap', 'node:childless', ({ target }) => calls.current.onAct('expand', target.id()))
    core.on('dragfree', 'node', ({ target }) => {
      const moved = target.isParent() ? target.descendants().filter(':childless') : target
      const places = new Map<string, Point>()
      moved.forEach((node: typeof target) => {
        const { x, y } = node.position()
        places.set(node.id(), { x: Math.round(x), y: Math.round(y) })
      })
      calls.current.onMove(places)
    })
    cy.current = core
    const endTheme = onTheme(() => core.style(styleOf(inksIn(container))))
    // The texts are measured anew once their face has come.
    if (document.fonts.status !== 'loaded')
      void document.fonts.ready.then(() => core.destroyed() || core.style(styleOf(inksIn(container))))
    return () => {
      endTheme()
      cy.current = null
      core.destroy()
    }
  }, [])

  useEffect(() => {
    const core = cy.current
    if (!core) return
    const isFirst = core.nodes().empty()
    const came = sync(core, elements)
    const { x1, y1, x2, y2 } = core.extent()
    const isOut = ({ x, y }: Point) => x < x1 || x > x2 || y < y1 || y > y2
    // Where they stand stays; only how near they are drawn changes, so that nothing comes in unseen.
    if (
      came &&
      (isFirst ||
        core
          .nodes()
          .toArray()
          .some((node) => isOut(node.position())))
    )
      fit(core, READABLE)
    mark(core, calls.current.chosen)
  }, [elements])

  useEffect(() => {
    if (cy.current) mark(cy.current, chosen)
  }, [chosen])

  // The wheel goes on scrolling the page; with the control key it draws nearer.
  useEffect(() => {
    const around = frame.current
    if (!around) return
    const keep = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) event.stopPropagation()
    }
    around.addEventListener('wheel', keep, { capture: true })
    return () => around.removeEventListener('wheel', keep, { capture: true })
  }, [])

  const zoom = (by: number) => {
    const core = cy.current
    core?.zoom({ level: core.zoom() * by, renderedPosition: { x: core.width() / 2, y: core.height() / 2 } })
  }
  const here = chosen?.what === 'node' ? chosen.name : null
  const goTo = (name: string | null) => {
    if (name === null) return
    onChoose({ what: 'node', name })
    bringIntoSight(cy.current, name)
  }
  const press = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event
    if (ctrlKey || metaKey || altKey) return
    const names = shown.nodes.map(({ name }) => name)
    const places = new Map(shown.nodes.map(({ name, spot }) => [name, spot]))
    const act = ACTS[key]
    if (isDirection(key)) goTo(here === null ? inTurn(names, null, 1) : nodeAfter(places, here, key))
    else if (key === 'PageDown') goTo(inTurn(names, here, 1))
    else if (key === 'PageUp') goTo(inTurn(names, here, -1))
    else if (key === 'Home') goTo(names[0] ?? null)
    else if (key === 'End') goTo(names.at(-1) ?? null)
    else if (key === '+' || key === '-') zoom(key === '+' ? ZOOM : 1 / ZOOM)
    else if (key === '0') fit(cy.current)
    else if (act === 'table') onAct(act, here ?? '')
    else if (act !== undefined && here !== null) onAct(act, here)
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.canvas}>
      <span id={SHEET} hidden />
      <Walked
        ref={frame}
        tabIndex={0}
        className={styles.frame}
        aria-label={say('graph.page.picture')}
        aria-roledescription={say('graph.page.picture_role')}
        aria-describedby={help}
        onKeyDown={press}
      >
        <div ref={place} className={styles.place} aria-hidden="true" />
      </Walked>
      <p role="status" className="unseen">
        {spoken}
      </p>
      <p className={styles.nearer}>
        <Button weight="word" onClick={() => zoom(ZOOM)}>
          {say('graph.page.nearer')}
        </Button>
        <Button weight="word" onClick={() => zoom(1 / ZOOM)}>
          {say('graph.page.further')}
        </Button>
        <Button weight="word" onClick={() => fit(cy.current)}>
          {say('graph.page.fit')}
        </Button>
      </p>
      <p id={help} className={styles.help}>
        {say('graph.page.keys')}
      </p>
    </div>
  )
}

/** No element of HTML stands for a picture that one walks through with keys of its own. */
function Walked(props: ComponentProps<'div'>) {
  return <div {...props} role="application" />
}

/** Sets apart what is looked at. */
function mark(core: Core, chosen: Chosen | null): void {
  const id = chosen === null ? '' : chosen.what === 'node' ? chosen.name : idOfTie(chosen.id)
  core.batch(() => {
    core.elements('.here, .named').removeClass('here named')
    const here = core.getElementById(id).addClass('here')
    if (chosen?.what === 'tie') here.addClass('named')
    else here.connectedEdges().addClass('named')
  })
}

/** At this size the words under a node can still be read. */
const READABLE = 0.55

/** All of it in sight, and nothing larger than it is. */
function fit(core: Core | null, least = 0): void {
  if (!core || core.nodes().empty()) return
  core.fit(undefined, 48)
  if (core.zoom() > 1) core.zoom(1)
  else if (core.zoom() < least) core.zoom(least)
  else return
  const pinned = core.nodes('[?pinned]')
  core.center(core.zoom() < 1 && pinned.nonempty() ? pinned : undefined)
}

function bringIntoSight(core: Core | null, name: string): void {
  const node = core?.getElementById(name)
  if (!core || !node || node.empty()) return
  const { x1, y1, x2, y2 } = core.extent()
  const { x, y } = node.position()
  if (x < x1 || x > x2 || y < y1 || y > y2) core.center(node)
}
