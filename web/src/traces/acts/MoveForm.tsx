import { useState } from 'react'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { GROUNDS } from '../grounds.ts'
import { ActForm } from './ActForm.tsx'
import type { ActProps } from './act.ts'
import { type PlainMove, wordOf } from './acts-of.ts'
import { Moment, momentOf, Reason } from './fields.tsx'

/** For these a sentence is proposed, which most have to change in nothing. */
const USUAL: ReadonlySet<PlainMove> = new Set(['validated', 'domestic_search', 'foreign_prepared', 'acknowledged'])
/** What happens outside, and may have happened earlier. */
const OUTSIDE: ReadonlySet<PlainMove> = new Set(['acknowledged', 'information_requested', 'information_supplied'])

/** Moves a request on with a reason. */
export function MoveForm({ trace, to, before, onChanged, onLeave }: ActProps & { readonly to: PlainMove }) {
  const { say } = useLanguage()
  const [why, setWhy] = useState(USUAL.has(to) ? say(`traces.page.usual.${to}`) : '')
  const [at, setAt] = useState('')
  const [tried, setTried] = useState(false)
  const doing = useDoing()
  const act = say(`traces.page.${wordOf(to, trace.direction)}`)
  const move = () => {
    setTried(true)
    if (why.trim() === '') return
    doing.act(async () => {
      if (!(await before())) return
      const request = { trace: trace.id, to, why: why.trim(), ...momentOf(at), grounds: GROUNDS }
      onChanged(await api('traceMove', request))
    })
  }
  return (
    <ActForm
      heading={act}
      told={say(`traces.page.${wordOf(to, trace.direction, 'told')}`)}
      act={act}
      doing={doing}
      onAct={move}
      onLeave={onLeave}
    >
      <Reason value={why} missing={tried && why.trim() === ''} onChange={setWhy} />
      {OUTSIDE.has(to) && <Moment value={at} label={say('traces.page.happened')} onChange={setAt} />}
    </ActForm>
  )
}
