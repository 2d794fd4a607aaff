import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'

/** Tells all who were told of a subject that it was not right. */
export function SendCorrection({ onSent }: { readonly onSent: () => void }) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [subject, setSubject] = useState('')
  const [said, setSaid] = useState('')
  const [erase, setErase] = useState(false)
  const [tried, setTried] = useState(false)
  const [told, setTold] = useState<readonly string[] | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (subject.trim() === '' || said.trim() === '') return
    act(async () => {
      const sent = await api('correctionSend', { subject: subject.trim(), said: said.trim(), erase })
      setTold(sent.told.map(({ partner }) => partner))
      onSent()
    })
  }
  const lacks = (value: string) =>
    tried && value.trim() === '' ? { reason: say('exchange.page.missing'), accepted: '' } : null
  return (
    <Section heading={say('correction.send')}>
      <p className={styles.how}>{say('correction.send_how')}</p>
      <form className={styles.form} noValidate onSubmit={submit}>
        <TextField
          label={say('exchange.page.column.subject')}
          hint={say('correction.subject_how')}
          error={lacks(subject)}
          name="subject"
          value={subject}
          most={120}
          onChange={setSubject}
        />
        <TextField
          label={say('correction.said')}
          error={lacks(said)}
          name="said"
          value={said}
          most={4_000}
          onChange={setSaid}
        />
        <label className={styles.check}>
          <input type="checkbox" name="erase" checked={erase} onChange={({ target }) => setErase(target.checked)} />{' '}
          {say('correction.ask_erase')}
        </label>
        {error && <Failed error={error} onAgain={again} />}
        <Button type="submit" aria-disabled={busy}>
          {say('correction.send_do')}
        </Button>
        <p role="status">
          {told !== null &&
            (told.length === 0
              ? say('correction.nobody_told')
              : say('correction.sent', { partners: figures.list(told) }))}
        </p>
      </form>
    </Section>
  )
}
