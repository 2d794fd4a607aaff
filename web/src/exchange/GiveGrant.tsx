import type { DataClass } from '@proofmark/contract/exchange-words'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'

interface GiveGrantProps {
  readonly partner: string
  readonly classes: readonly DataClass[]
  readonly onGiven: () => void
}

/** Lets a partner have data of one class on one subject until a day, and not longer. */
export function GiveGrant({ partner, classes, onGiven }: GiveGrantProps) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [subject, setSubject] = useState('')
  const [dataClass, setDataClass] = useState<DataClass>(classes[0]!)
  const [until, setUntil] = useState('')
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (subject.trim() === '' || until === '') return
    act(async () => {
      const expires = new Date(`${until}T23:59:59`).toISOString()
      await api('grantGive', { partner, dataClass, subject: subject.trim(), expires })
      onGiven()
    })
  }
  const lacks = (value: string) =>
    tried && value.trim() === '' ? { reason: say('exchange.page.missing'), accepted: '' } : null
  return (
    <form className={`${styles.form} ${styles.after}`} noValidate onSubmit={submit}>
      <h3>{say('exchange.page.give')}</h3>
      <TextField
        label={say('exchange.page.column.subject')}
        hint={say('exchange.page.subject_how')}
        error={lacks(subject)}
        name="subject"
        value={subject}
        most={120}
        onChange={setSubject}
      />
      <Field label={say('exchange.page.column.class')}>
        {(control) => (
          <select
            {...control}
            name="class"
            value={dataClass}
            onChange={({ target }) => setDataClass(target.value as DataClass)}
          >
            {classes.map((each) => (
              <option key={each} value={each}>
                {say(`exchange.page.class.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say('exchange.page.column.until')} error={lacks(until)}>
        {(control) => (
          <input
            {...control}
            type="date"
            name="until"
            value={until}
            onChange={({ target }) => setUntil(target.value)}
          />
        )}
      </Field>
      {error && <Failed error={error} onAgain={again} />}
      <Button type="submit" aria-disabled={busy}>
        {say('exchange.page.give_do')}
      </Button>
    </form>
  )
}
