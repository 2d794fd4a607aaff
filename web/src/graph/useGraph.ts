import type { Grounds } from '@proofmark/contract/schemas/common'
import type { GraphAnswer, NodeName } from '@proofmark/contract/schemas/graph'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Doing, useDoing } from '../common/useDoing.ts'
import { answerError, api } from '../frame/api.ts'
import { placesFor } from './picture/place.ts'
import { type Arrangement, EMPTY, fold, put } from './state/arrangement.ts'
import { MOST_ASKED, questionsFor } from './state/chunks.ts'
import { begin, type History, redo, step, undo } from './state/history.ts'
import { type Known, learn, learnAnew, NOTHING_KNOWN } from './state/known.ts'
import { namesIn, renamed } from './state/rename.ts'
import { type Shown, shownOf } from './state/shown.ts'

/** What is looked at: a node or a tie. */
export type Chosen = { readonly what: 'node'; readonly name: NodeName } | { readonly what: 'tie'; readonly id: string }

/** What came of the last thing that was done, said once. */
export interface Told {
  readonly id: string
  readonly values: Readonly<Record<string, string | number>>
}

/** Everything that the picture and its twins show, and all that can be done with it. */
export interface GraphDesk {
  readonly grounds: Grounds
  readonly known: Known
  readonly arrangement: Arrangement
  readonly shown: Shown
  readonly chosen: Chosen | null
  readonly choose: (chosen: Chosen | null) => void
  readonly doing: Doing
  readonly told: Told | null
  readonly tell: (told: Told) => void
  /** How it is arranged from now on: a step that can be taken back. */
  readonly change: (next: Arrangement) => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly undo: () => void
  readonly redo: () => void
  /** Asks what these are tied to and puts it into the picture. */
  readonly expand: (names: readonly NodeName[]) => void
  /** Asks for these nodes and puts them into the picture, pinned, with what ties them to the rest. */
  readonly start: (names: readonly NodeName[], steps: 0 | 1) => void
  /** Asks once more for all that is drawn: what may no longer be read goes. */
  readonly readAnew: () => void
  /** Puts what was answered into the picture. */
  readonly takeIn: (answer: GraphAnswer, names: readonly NodeName[]) => Promise<void>
  /** Lays the picture out as it was kept, and asks for all of it. */
  readonly open: (arrangement: Arrangement) => Promise<void>
  readonly setRelevance: (relevance: boolean) => void
  /** Are victims and witnesses shown? Asking for them is an entry of the log. */
  readonly protectedPersons: boolean
  readonly setProtected: (wanted: boolean) => void
  /** The case that all is narrowed to; null: everything that the reader may read. */
  readonly within: string | null
  readonly setWithin: (within: string | null) => void
  /** Are places that records state, and countries of routes, drawn as well? */
  readonly places: boolean
  readonly setPlaces: (places: boolean) => void
  /** What narrows a question to the server. */
  readonly narrowing: () => Narrowing
}

interface Narrowing {
  readonly relevance: boolean
  readonly protectedPersons: boolean
  readonly within: string | null
  readonly places: boolean
}

const NOTHING: GraphAnswer = { nodes: [], edges: [], leftOut: [] }

/** How many nodes one step brings at the most. */
const MOST_EXPANDED = 100

/** The graph of one reader on one ground. */
export function useGraph(grounds: Grounds): GraphDesk {
  const [known, setKnown] = useState<Known>(NOTHING_KNOWN)
  const [history, setHistory] = useState<History<Arrangement>>(() => begin(EMPTY))
  const [chosen, choose] = useState<Chosen | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const [protectedPersons, setProtectedPersons] = useState(false)
  const [within, setWithin] = useState<string | null>(null)
  const [places, setPlaces] = useState(false)
  const doing = useDoing()
  const shown = useMemo(() => shownOf(known, history.now), [known, history.now])
  // What is asked is answered later: it is joined to what stands then.
  const now = useRef({ known, history, protectedPersons, within, places })
  now.current = { known, history, protectedPersons, within, places }

  const narrowing = useCallback(
    (): Narrowing => ({
      relevance: now.current.history.now.filters.relevance,
      protectedPersons: now.current.protectedPersons,
      within: now.current.within,
      places: now.current.places,
    }),
    [],
  )
  const setAll = useCallback((next: Known, arrangement: Arrangement) => {
    now.current = { ...now.current, known: next, history: step(now.current.history, arrangement) }
    setKnown(next)
    setHistory(now.current.history)
  }, [])
  /** Names changed and nothing was done: what can be taken back bears the new names as well. */
  const rename = useCallback((names: ReadonlyMap<NodeName, NodeName>) => {
    const { past, now: stands, future } = now.current.history
    const under = (arrangement: Arrangement) => renamed(arrangement, names)
    now.current = {
      ...now.current,
      history: { past: past.map(under), now: under(stands), future: future.map(under) },
    }
    setHistory(now.current.history)
  }, [])
  const ask = useCallback(
    async (nodes: readonly NodeName[], steps: number): Promise<GraphAnswer> => {
      const most = steps === 0 ? 1_000 : Math.min(1_000, nodes.length + MOST_EXPANDED)
      try {
        return await api('graphExpand', { nodes: [...nodes], steps, most, ...narrowing(), grounds })
      } catch (thrown) {
        // Nothing of what was asked for may be read, or may be read any more.
        if (answerError(thrown).code === 'not_found') return NOTHING
        throw thrown
      }
    },
    [grounds, narrowing],
  )

  /** Asks for all of these anew, in as many questions as it takes; answers how many may no longer be read. */
  const askAnew = useCallback(
    async (names: readonly NodeName[]) => {
      let gone = 0
      for (const asked of questionsFor(names)) {
        const answer = await ask(asked, 0)
        const called = namesIn(asked, answer)
        const before = now.current.known
        gone += asked.filter((name) => before.nodes.has(name) && !called.has(name)).length
        rename(called)
        setAll(learnAnew(before, asked, answer), now.current.history.now)
      }
      return gone
    },
    [ask, rename, setAll],
  )

  const takeIn = useCallback(
    async (answer: GraphAnswer, names: readonly NodeName[], pinned: ReadonlySet<NodeName> = new Set()) => {
      const after = learn(now.current.known, answer)
      const arrangement = now.current.history.now
      const wanted = names.filter((name) => after.nodes.has(name))
      const ties = [...after.edges.values()].map(({ from, to }) => [from, to] as const)
      const places = placesFor(arrangement.spots, wanted, ties)
      const spotOf = (name: NodeName) => places.get(name) ?? arrangement.spots.get(name)!
      const spotsOf = (of: readonly NodeName[]) => new Map(of.map((name) => [name, spotOf(name)] as const))
      const held = put(arrangement, spotsOf(wanted.filter((name) => pinned.has(name))), true)
      setAll(after, put(held, spotsOf(wanted)))
      setTold({ id: 'graph.page.taken_in', values: { count: places.size } })
      // What came in may be tied to what stood there already.
      const answered = new Set(answer.nodes.map(({ node }) => node))
      if (places.size === 0 || [...arrangement.spots.keys()].every((name) => answered.has(name))) return
      const questions = questionsFor([...now.current.history.now.spots.keys()])
      for (const asked of questions.filter((question) => question.some((name) => places.has(name))))
        setAll(learn(now.current.known, await ask(asked, 0)), now.current.history.now)
    },
    [ask, setAll],
  )

  const expandNow = useCallback(
    async (names: readonly NodeName[], pins: boolean, steps: number) => {
      const answer = await ask(names, steps)
      const called = namesIn(names, answer)
      const gone = names.filter((name) => !called.has(name))
      rename(called)
      const unfolded = [...called.values()].reduce(
        (laid, name) => (laid.spots.get(name)?.collapsed ? fold(laid, name, false) : laid),
        now.current.history.now,
      )
      setAll(gone.length > 0 ? learnAnew(now.current.known, gone, NOTHING) : now.current.known, unfolded)
      await takeIn(
        answer,
        answer.nodes.map(({ node }) => node),
        pins ? new Set(called.values()) : undefined,
      )
      const why = now.current.within !== null ? 'graph.page.outside' : pins ? 'graph.page.not_there' : 'graph.page.gone'
      if (gone.length > 0) setTold({ id: why, values: { count: gone.length } })
    },
    [ask, rename, setAll, takeIn],
  )

  const readAll = useCallback(async () => {
    const gone = await askAnew([...now.current.history.now.spots.keys()])
    const why = now.current.within === null ? 'graph.page.gone' : 'graph.page.outside'
    setTold({ id: gone > 0 ? why : 'graph.page.read_anew', values: { count: gone } })
  }, [askAnew])

  const walk = (way: typeof undo<Arrangement>) => {
    now.current = { ...now.current, history: way(now.current.history) }
    setHistory(now.current.history)
  }

  // What is looked at goes with what is drawn.
  const isThere =
    chosen === null || (chosen.what === 'node' ? known.nodes.has(chosen.name) : known.edges.has(chosen.id))
  useEffect(() => {
    if (!isThere) choose(null)
  }, [isThere])

  return {
    grounds,
    known,
    arrangement: history.now,
    shown,
    chosen: isThere ? chosen : null,
    choose,
    doing,
    told,
    tell: setTold,
    change: (next) => setAll(now.current.known, next),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: () => walk(undo),
    redo: () => walk(redo),
    expand: (names) => doing.act(() => expandNow(names, false, 1)),
    start: (names, steps) => doing.act(() => expandNow(names, true, steps)),
    readAnew: () => doing.act(readAll),
    takeIn: (answer, names) => takeIn(answer, names),
    open: async (arrangement) => {
      setAll(now.current.known, arrangement)
      await askAnew([...arrangement.spots.keys()])
    },
    setRelevance: (relevance) =>
      doing.act(async () => {
        const { filters } = now.current.history.now
        setAll(now.current.known, { ...now.current.history.now, filters: { ...filters, relevance } })
        await readAll()
      }),
    protectedPersons,
    setProtected: (wanted) => {
      now.current = { ...now.current, protectedPersons: wanted }
      setProtectedPersons(wanted)
      if (!wanted) {
        const names = [...now.current.known.nodes.values()].flatMap((node) => (node.protected ? [node.node] : []))
        setAll(learnAnew(now.current.known, names, NOTHING), now.current.history.now)
        return
      }
      const around = now.current.known.leftOut.flatMap(({ reason, node }) =>
        reason === 'hidden_persons' && node !== null ? [node] : [],
      )
      const names = around.length > 0 ? around : [...now.current.history.now.spots.keys()]
      if (names.length > 0) doing.act(() => expandNow(names.slice(0, MOST_ASKED), false, 1))
    },
    within,
    setWithin: (wanted) =>
      doing.act(async () => {
        now.current = { ...now.current, within: wanted }
        setWithin(wanted)
        // What lay outside of another case is asked for anew.
        const leftOut = now.current.known.leftOut.filter(({ reason }) => reason !== 'outside_case')
        setAll({ ...now.current.known, leftOut }, now.current.history.now)
        await readAll()
      }),
    places,
    setPlaces: (wanted) =>
      doing.act(async () => {
        now.current = { ...now.current, places: wanted }
        setPlaces(wanted)
        const drawn = [...now.current.history.now.spots.keys()]
        const stated = drawn.filter((name) => /^(?:stated_place|country):/.test(name))
        if (!wanted) setAll(learnAnew(now.current.known, stated, NOTHING), now.current.history.now)
        else if (drawn.length > 0) await expandNow(drawn.slice(0, MOST_ASKED), false, 1)
      }),
    narrowing,
  }
}
