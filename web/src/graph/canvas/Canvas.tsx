import {
  type ComponentProps,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { Button } from '../../common/Button.tsx'
import { useLanguage } from '../../frame/language.tsx'
import type { Chosen } from '../desk/graph-desk.ts'
import { inTurn, isDirection, nodeAfter, stepOf } from '../picture/moves.ts'
import { pictureOf, type Texts } from '../picture/picture.ts'
import type { Under } from '../picture/under.ts'
import type { Point } from '../state/arrangement.ts'
import { bundleWith } from '../state/bundles.ts'
import type { Shown } from '../state/shown.ts'
import styles from './Canvas.module.css'
import { listen } from './gestures.ts'
import { openStage, type Stage } from './stage.ts'

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

const ZOOM = 1.25
/** So far beside a thing still means it, in pixels of the screen: fingers are broader than a mouse is. */
const [SLACK, FINGER] = [5, 14] as const

/** The picture, drawn on a canvas. With the keyboard one goes from node to node and does all that the pointer can. */
export function Canvas({ shown, texts, chosen, spoken, ref, onChoose, onMove, onAct }: CanvasProps) {
  const { say } = useLanguage()
  const help = useId()
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const stage = useRef<Stage | null>(null)
  const calls = useRef({ shown, texts, onChoose, onMove, onAct })
  calls.current = { shown, texts, onChoose, onMove, onAct }
  const picture = useMemo(() => pictureOf(shown, texts), [shown, texts])
  useImperativeHandle(ref, () => ({ focus: () => frame.current?.focus() }), [])

  // In the frame in which the page changes: what came in is seen when its names are.
  useLayoutEffect(() => {
    if (!canvas.current || !frame.current) return
    const opened = openStage(canvas.current)
    stage.current = opened
    const places = (under: Under, by: Point) => placesOf(calls.current.shown, under, by, opened.scale())
    const stop = listen(frame.current, {
      at: (point, isTouch) => opened.at(point, isTouch ? FINGER : SLACK),
      onTap: (under) => {
        if (under === null) calls.current.onChoose(null)
        else if (under.what !== 'group') calls.current.onChoose(under)
      },
      onDoubleTap: (under) => under?.what === 'node' && calls.current.onAct('expand', under.name),
      onPan: opened.pan,
      onZoom: opened.zoom,
      onDrag: (under, by) => {
        const now = calls.current
        opened.lend(pictureOf(movedTo(now.shown, places(under, by)), now.texts))
      },
      onDrop: (under, by) => calls.current.onMove(places(under, by)),
    })
    return () => {
      stop()
      opened.end()
      stage.current = null
    }
  }, [])
  useLayoutEffect(() => stage.current?.show(picture), [picture])
  const looked = chosen === null ? null : chosen.what === 'node' ? chosen.name : lineOf(shown, chosen.id)
  useEffect(() => stage.current?.mark(looked), [looked])

  const here = chosen?.what === 'node' ? chosen.name : null
  const goTo = (name: string | null) => {
    if (name === null) return
    onChoose({ what: 'node', name })
    stage.current?.bringIntoSight(name)
  }
  const press = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event
    if (ctrlKey || metaKey || altKey) return
    const names = shown.nodes.map(({ name }) => name)
    const places = new Map(shown.nodes.map(({ name, spot }) => [name, spot]))
    const act = ACTS[key]
    if (isDirection(key) && event.shiftKey) {
      if (here !== null) onMove(placesOf(shown, { what: 'node', name: here }, stepOf(key), 1))
    } else if (isDirection(key)) goTo(here === null ? inTurn(names, null, 1) : nodeAfter(places, here, key))
    else if (key === 'PageDown') goTo(inTurn(names, here, 1))
    else if (key === 'PageUp') goTo(inTurn(names, here, -1))
    else if (key === 'Home') goTo(names[0] ?? null)
    else if (key === 'End') goTo(names.at(-1) ?? null)
    else if (key === '+' || key === '-') stage.current?.zoom(key === '+' ? ZOOM : 1 / ZOOM)
    else if (key === '0') stage.current?.fit()
    else if (act === 'table') onAct(act, here ?? '')
    else if (act !== undefined && here !== null) {
      // What is hidden is looked at no more: the next one in turn is.
      if (act === 'hide') goTo(names.length > 1 ? inTurn(names, here, 1) : null)
      onAct(act, here)
    } else return
    event.preventDefault()
  }
  return (
    <div className={styles.canvas}>
      <Walked
        ref={frame}
        tabIndex={0}
        className={styles.frame}
        aria-label={say('graph.page.picture')}
        aria-roledescription={say('graph.page.picture_role')}
        aria-describedby={help}
        onKeyDown={press}
      >
        <div className={styles.place} aria-hidden="true">
          <canvas ref={canvas} />
        </div>
      </Walked>
      <p role="status" className="unseen">
        {spoken}
      </p>
      <p className={styles.nearer}>
        <Button weight="word" onClick={() => stage.current?.zoom(ZOOM)}>
          {say('graph.page.nearer')}
        </Button>
        <Button weight="word" onClick={() => stage.current?.zoom(1 / ZOOM)}>
          {say('graph.page.further')}
        </Button>
        <Button weight="word" onClick={() => stage.current?.fit()}>
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

/** The line that a tie is drawn by. */
const lineOf = ({ bundles }: Shown, tie: string): string | null => bundleWith(bundles, tie)?.id ?? null

/** Where what was taken hold of stands once it is moved by so much of the screen: a node, or all of a group. */
function placesOf({ nodes }: Shown, under: Under, by: Point, scale: number): ReadonlyMap<string, Point> {
  const moved = nodes.filter(({ name, group }) =>
    under.what === 'group' ? group === under.name : under.what === 'node' && name === under.name,
  )
  return new Map(
    moved.map(({ name, spot: { x, y } }) => [
      name,
      { x: Math.round(x + by.x / scale), y: Math.round(y + by.y / scale) },
    ]),
  )
}

function movedTo({ nodes, bundles }: Shown, places: ReadonlyMap<string, Point>): Pick<Shown, 'nodes' | 'bundles'> {
  return {
    nodes: nodes.map((node) => ({ ...node, spot: { ...node.spot, ...places.get(node.name) } })),
    bundles,
  }
}
