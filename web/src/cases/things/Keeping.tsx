import { ERASURE_REASONS, type ErasureReason } from '@proofmark/contract/thing-words'
import { type FormEvent, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { SecondStep } from '../../common/SecondStep.tsx'
import { Section } from '../../common/Section.tsx'
import { TextField } from '../../common/TextField.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { Choice, Day } from '../../traces/form/fields.tsx'
import { GROUNDS } from './grounds.ts'
import styles from './Things.module.css'

interface KeepingProps {
  readonly thing: string
  /** May they say that it is still needed? Whoever only guards the data does not know. */
  readonly keeps?: boolean
  readonly onChanged?: () => void
}

/** Whether what is known of it is still needed: kept with a reason until a day, or erased, which nothing undoes. */
export function Keeping({ thing, keeps = true, onChanged }: KeepingProps) {
  const { say } = useLanguage()
  const [done, setDone] = useState(false)
  const doing = useDoing()
  const [until, setUntil] = useState('')
  const [why, setWhy] = useState('')
  const [alike, setAlike] = useState<readonly string[]>([])
  const [reason, setReason] = useState<ErasureReason | ''>('not_needed')
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (until === '' || why.trim() === '') return
    doing.act(async () => {
      await api('thingReview', { thing, until, why: why.trim(), grounds: GROUNDS })
      onChanged?.()
    })
  }
  const erase = () =>
    doing.act(async () => {
      if (reason === '') return
      setAlike((await api('thingErase', { thing, reason, grounds: GROUNDS })).alike)
      setDone(true)
      onChanged?.()
    })
  return (
    <Section heading={say('thing.page.keeping')}>
      <p className={styles.told}>{say('thing.page.keeping_told')}</p>
      {keeps && (
        <form className={styles.form} noValidate onSubmit={keep}>
          <Day name="until" label={say('thing.page.until')} value={until} onChange={setUntil} />
          <TextField name="why" label={say('thing.page.why')} value={why} most={500} onChange={setWhy} />
          <p className={styles.buttons}>
            <Button type="submit" aria-disabled={doing.busy}>
              {say('thing.page.keep')}
            </Button>
          </p>
        </form>
      )}
      <div role="status">
        {done && <p className={styles.told}>{say('thing.erased')}</p>}
        {alike.length > 0 && (
          <p className={styles.told}>
            {say('thing.erased_alike', { count: alike.length })}{' '}
            {alike.map((each) => (
              <Go key={each} to={`/things/${each}`}>
                {say('thing.page.see_alike')}
              </Go>
            ))}
          </p>
        )}
      </div>
      <div className={styles.form}>
        <Choice
          name="reason"
          label={say('thing.page.erase_why')}
          words={ERASURE_REASONS}
          wordOf={(word) => say(`thing.erasure.${word}`)}
          value={reason}
          onChange={setReason}
        />
        <p className={styles.buttons}>
          <SecondStep
            word={say('thing.page.erase')}
            told={say('thing.page.erase_told')}
            act={say('thing.page.erase')}
            busy={doing.busy}
            onAct={erase}
          />
        </p>
      </div>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
    </Section>
  )
}
