import { useState } from 'react'
import { type Doing, useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import type { GraphDesk } from '../desk/graph-desk.ts'

/** So many cases are offered; whoever works in more puts one into the picture first. */
const MOST = 200

/** The cases in which one may write, to keep a graph with: asked for when one of them is to be chosen. */
export interface OwnCases {
  /** What each is called. */
  readonly cases: ReadonlyMap<string, string>
  readonly asked: boolean
  readonly doing: Doing
  readonly ask: () => void
}

export function useOwnCases({ grounds }: Pick<GraphDesk, 'grounds'>): OwnCases {
  const [cases, setCases] = useState<ReadonlyMap<string, string> | null>(null)
  const doing = useDoing()
  const ask = () =>
    doing.act(async () => {
      const listed = await api('caseList', { writable: true, limit: MOST, grounds })
      setCases(new Map(listed.cases.map(({ case: id, reference, title }) => [id, `${reference} ${title}`.trim()])))
    })
  return { cases: cases ?? new Map(), asked: cases !== null, doing, ask }
}
