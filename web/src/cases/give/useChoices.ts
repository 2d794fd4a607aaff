import type { CaseListed } from '@proofmark/contract/schemas/case'
import { useCallback, useEffect, useState } from 'react'
import { api } from '../../frame/api.ts'
import type { Asked } from '../../imports/useAsked.ts'
import { useAsked } from '../../imports/useAsked.ts'
import { GROUNDS } from '../grounds.ts'

/** So many cases are fetched at once; whoever works in more is asked for more of a title. */
const MOST = 200
/** So many are offered; the rest is found by a title or a reference. */
const OFFERED = 6
const SETTLES_MS = 400

export interface CaseChoices {
  readonly asked: Asked<{ readonly cases: readonly CaseListed[] }>
  readonly again: () => void
  readonly offered: readonly CaseListed[]
  /** How many there are beyond those that are offered. */
  readonly beyond: number
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The cases in which the reader may write, the last written in first, narrowed by what of their title or reference was typed. */
export function useChoices(typed: string): CaseChoices {
  const [named, setNamed] = useState('')
  const ask = useCallback(
    (signal: AbortSignal) => api('caseList', { writable: true, named, limit: MOST, grounds: GROUNDS }, {}, signal),
    [named],
  )
  const [asked, again] = useAsked(ask)
  const more = asked.kind === 'answered' && asked.answer.more
  // All of them are here as a rule; only where there are more does the server look through them.
  useEffect(() => {
    if (!more && named === '') return
    const settled = setTimeout(() => setNamed(typed.trim()), SETTLES_MS)
    return () => clearTimeout(settled)
  }, [typed, more, named])
  const wanted = folded(typed.trim())
  const cases = asked.kind === 'answered' ? asked.answer.cases : []
  const found = cases.filter(({ reference, title }) => folded(`${reference} ${title}`).includes(wanted))
  return { asked, again, offered: found.slice(0, OFFERED), beyond: Math.max(0, found.length - OFFERED) }
}
