import { CASE_WORKERS } from '@proofmark/contract/route'
import type { CaseHolding } from '@proofmark/contract/schemas/case'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback, useMemo, useRef } from 'react'
import { api } from '../../frame/api.ts'
import { holdsOne } from '../../frame/desk-roles.ts'
import { type Asked, useAsked } from '../../imports/useAsked.ts'
import { GROUNDS } from '../grounds.ts'
import type { Givable } from './givable.ts'

interface Answer {
  readonly held: readonly CaseHolding[]
}

export interface Holding {
  /** Does the reader work with cases at all? Else nothing was asked. */
  readonly works: boolean
  readonly asked: Asked<Answer>
  /** Where it stood when last heard of, while it is asked anew. */
  readonly held: readonly CaseHolding[]
  readonly again: () => void
}

/** As the server takes them at once; of a life of more records the first are asked for. */
const MOST = 200

/** In which of the reader's cases these stand. */
export function useHolding(choices: readonly Pick<Givable, 'kind' | 'id'>[], session: Session): Holding {
  const works = holdsOne(session, CASE_WORKERS) && choices.length > 0
  const names = [...new Set(choices.map(({ kind, id }) => `${kind}:${id}`))].slice(0, MOST).join(' ')
  const items = useMemo(
    () =>
      names.split(' ').map((name) => {
        const at = name.indexOf(':')
        return { kind: name.slice(0, at) as Givable['kind'], id: name.slice(at + 1) }
      }),
    [names],
  )
  const ask = useCallback(
    async (signal: AbortSignal): Promise<Answer> =>
      works ? api('caseHolding', { items, grounds: GROUNDS }, {}, signal) : { held: [] },
    [items, works],
  )
  const [asked, again] = useAsked(ask)
  const last = useRef<readonly CaseHolding[]>([])
  if (asked.kind === 'answered') last.current = asked.answer.held
  return { works, asked, held: last.current, again }
}
