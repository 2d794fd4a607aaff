import type { Grounds } from '@proofmark/contract/schemas/common'
import type { ReviewShow } from '@proofmark/contract/schemas/review'
import type { ColleagueList } from '@proofmark/contract/schemas/review-work'
import { useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { useDoing } from '../common/useDoing.ts'
import { newIdentifier } from '../enter/identifier.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Colleagues.module.css'

interface ColleaguesProps {
  readonly shown: ReviewShow
  readonly colleagues: ColleagueList['colleagues']
  readonly account: string
  readonly grounds: Grounds
}

/** Who has the pair, and what a colleague may be asked: to take it, or for a verdict of their own. */
export function Colleagues({ shown, colleagues, account, grounds }: ColleaguesProps) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [assigned, setAssigned] = useState(shown.assigned)
  const [to, setTo] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const ends = { record: shown.own.record, other: shown.match.record }
  const give = (account: string | null) =>
    act(async () => setAssigned((await api('reviewAssign', { ...ends, to: account, grounds })).assigned))
  const ask = () =>
    act(async () => {
      const { of } = await api('opinionAsk', { id: newIdentifier(), ...ends, of: to, grounds })
      setAsked(of)
    })
  return (
    <details className={styles.colleagues}>
      <summary>{assigned ? say('review.assigned', { name: assigned.name }) : say('review.not_assigned')}</summary>
      <div className={styles.acts}>
        {assigned?.own ? (
          <Button aria-disabled={busy} onClick={() => give(null)}>
            {say('review.give_back')}
          </Button>
        ) : (
          <Button aria-disabled={busy} onClick={() => give(account)}>
            {say('review.take')}
          </Button>
        )}
        {colleagues.length > 0 && (
          <>
            <Field label={say('review.colleague')}>
              {(control) => (
                <select {...control} name="colleague" value={to} onChange={(event) => setTo(event.target.value)}>
                  <option value="">{say('common.choose')}</option>
                  {colleagues.map(({ account, name }) => (
                    <option key={account} value={account}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Button aria-disabled={busy || to === ''} onClick={() => to && give(to)}>
              {say('review.give')}
            </Button>
            <Button aria-disabled={busy || to === ''} onClick={() => to && ask()}>
              {say('review.ask_opinion')}
            </Button>
          </>
        )}
      </div>
      {colleagues.length > 0 && <p className={styles.how}>{say('review.opinion_how')}</p>}
      <div role="status">{asked && <p>{say('review.opinion_asked', { name: asked })}</p>}</div>
      {error && <Failed error={error} onAgain={again} kept={false} />}
    </details>
  )
}
