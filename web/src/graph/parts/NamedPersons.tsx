import { type ReactNode, useCallback, useRef, useState } from 'react'
import { GROUNDS } from '../../cases/grounds.ts'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { useAsked } from '../../imports/useAsked.ts'
import type { GraphDesk } from '../desk/graph-desk.ts'
import styles from './Toolbar.module.css'

/** So many cases are offered, the last written in first. */
const MOST = 200

interface NamedPersonsProps {
  readonly desk: GraphDesk
  /** The case that the page was begun with. */
  readonly begun: string | null
}

/** Those whom records and recoveries name: drawn after a step of its own, which says that it is logged and asks for which case. */
export function NamedPersons({ desk, begun }: NamedPersonsProps): ReactNode {
  const { say } = useLanguage()
  const [asking, setAsking] = useState(false)
  if (desk.named !== null)
    return (
      <Button weight="word" disabled={desk.doing.busy} onClick={() => desk.setNamed(null)}>
        {say('graph.page.named_hide')}
      </Button>
    )
  if (!asking)
    return (
      <Button weight="word" onClick={() => setAsking(true)}>
        {say('graph.page.named_show')}
      </Button>
    )
  const answer = (ground: string | null) => {
    setAsking(false)
    if (ground !== null) desk.setNamed(ground)
  }
  return <ForCase begun={begun} onAnswer={answer} />
}

/** For which of the cases in which the reader works. */
function ForCase({
  begun,
  onAnswer,
}: Pick<NamedPersonsProps, 'begun'> & { onAnswer: (ground: string | null) => void }) {
  const { say } = useLanguage()
  const ask = useCallback(
    (signal: AbortSignal) => api('caseList', { writable: true, limit: MOST, grounds: GROUNDS }, {}, signal),
    [],
  )
  const [asked, again] = useAsked(ask)
  const chosen = useRef<HTMLSelectElement>(null)
  const cases = asked.kind === 'answered' ? asked.answer.cases : []
  return (
    <fieldset className={styles.asking}>
      <legend className="unseen">{say('graph.page.named_show')}</legend>
      {say('graph.page.named_logged')}
      {asked.kind === 'failed' && <Failed error={asked.error} onAgain={again} />}
      {asked.kind === 'answered' && cases.length === 0 && <span>{say('graph.page.named_no_case')}</span>}
      {cases.length > 0 && (
        <>
          <label className={styles.grouping}>
            {say('graph.page.named_for')}
            <select
              ref={chosen}
              name="named"
              defaultValue={cases.find(({ case: of }) => of === begun)?.case ?? cases[0]!.case}
            >
              {cases.map(({ case: of, reference }) => (
                <option key={of} value={of}>
                  {reference}
                </option>
              ))}
            </select>
          </label>
          <Button onClick={() => onAnswer(chosen.current?.value ?? null)}>{say('graph.page.named_yes')}</Button>
        </>
      )}
      <Button weight="word" onClick={() => onAnswer(null)}>
        {say('graph.page.named_no')}
      </Button>
    </fieldset>
  )
}
