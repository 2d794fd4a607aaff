import type { GraphList, GraphOpened, GraphSaved } from '@proofmark/contract/schemas/graph-work'
import { useState } from 'react'
import { type Doing, useDoing } from '../../common/useDoing.ts'
import { goTo } from '../../frame/address.ts'
import { api } from '../../frame/api.ts'
import type { GraphDesk } from '../desk/graph-desk.ts'
import { type Arrangement, EMPTY } from '../state/arrangement.ts'
import { arrangementOf, lookedAtOf, MOST_KEPT, savedOf } from '../state/saved.ts'
import { addressOfGraph } from '../state/start.ts'

/** The graph of a case that is open, in the version that was opened or saved last. */
export interface Open {
  readonly graph: string
  readonly case: string
  readonly name: string
  readonly version: number
}

/** What somebody else saved meanwhile, beside what is drawn here. */
export interface Beside {
  readonly version: number
  readonly by: string
  readonly at: string
  readonly arrangement: Arrangement
}

export interface Kept {
  readonly open: Open | null
  readonly doing: Doing
  readonly listed: GraphList['graphs'] | null
  readonly versions: GraphOpened['versions']
  readonly beside: Beside | null
  readonly list: (within: string) => void
  readonly show: (within: string, graph: string, version?: number) => void
  readonly save: (within: string, name: string, asNew: boolean) => void
  /** Goes on with what is drawn here, from now on as what follows theirs. */
  readonly settle: (arrangement: Arrangement) => void
}

/** Graphs that are kept with cases: opened, saved by versions, and what others saved shown beside. */
export function useKept(desk: GraphDesk): Kept {
  const [open, setOpen] = useState<Open | null>(null)
  const [listed, setListed] = useState<GraphList['graphs'] | null>(null)
  const [versions, setVersions] = useState<GraphOpened['versions']>([])
  const [beside, setBeside] = useState<Beside | null>(null)
  const doing = useDoing()
  const { grounds } = desk
  const named = () => {
    const wanted = desk.narrowing().named
    return wanted && { named: wanted }
  }

  const lookBeside = async (saved: GraphSaved, within: string) => {
    const last = saved.beside.toSorted((one, other) => other.version - one.version)[0]
    if (!last) return
    const theirs = await api('graphOpen', {
      case: within,
      graph: saved.graph,
      version: last.version,
      ...named(),
      grounds,
    })
    setBeside({ version: last.version, by: last.by, at: last.at, arrangement: arrangementOf(theirs.layout) })
  }
  return {
    open,
    doing,
    listed,
    versions,
    beside,
    list: (within) => doing.act(async () => setListed((await api('graphList', { case: within, grounds })).graphs)),
    show: (within, graph, version) =>
      doing.act(async () => {
        const kept = await api('graphOpen', { case: within, graph, ...(version && { version }), ...named(), grounds })
        await desk.open(arrangementOf(kept.layout), lookedAtOf(kept.layout))
        // An older version is gone on from as it stands; what was saved after it is told when it is saved.
        setOpen({ graph, case: within, name: kept.name, version: kept.version })
        setVersions(kept.versions)
        setBeside(null)
        goTo(addressOfGraph({ case: within, graph }), 'replace')
      }),
    save: (within, name, asNew) =>
      doing.act(async () => {
        const same = !asNew && open?.case === within ? open : null
        const graph = same?.graph ?? crypto.randomUUID()
        const saved = await api('graphSave', {
          graph,
          case: within,
          base: same?.version ?? 0,
          layout: layoutOf(name, desk),
          grounds,
        })
        setOpen({ graph, case: within, name, version: saved.version })
        desk.tell({ id: 'graph.page.saved', values: { version: saved.version } })
        goTo(addressOfGraph({ case: within, graph }), 'replace')
        await lookBeside(saved, within)
        const kept = await api('graphOpen', { case: within, graph, grounds })
        setVersions(kept.versions)
        // A list that stands open would else go on saying that nothing is kept.
        if (listed) setListed((await api('graphList', { case: within, grounds })).graphs)
      }),
    settle: (arrangement) => {
      setBeside(null)
      if (arrangement !== desk.arrangement) doing.act(() => desk.open(arrangement))
    },
  }
}

function layoutOf(name: string, desk: GraphDesk) {
  const layout = savedOf(name, { ...EMPTY, ...desk.arrangement }, desk)
  return { ...layout, nodes: layout.nodes.slice(0, MOST_KEPT), hidden: layout.hidden.slice(0, MOST_KEPT) }
}
