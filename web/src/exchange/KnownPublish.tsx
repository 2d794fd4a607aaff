import type { LookUpClass } from '@proofmark/contract/private-words'
import type { KnownState } from '@proofmark/contract/schemas/private-look-up'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { Section } from '../common/Section.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'

interface KnownPublishProps {
  readonly publishable: KnownState['publishable']
  readonly onPublished: () => void
}

const DAYS = 30

/** Publishes to a partner what it may ask about, on the law of the agreement, until the epoch ends or somebody stops it. */
export function KnownPublish({ publishable, onPublished }: KnownPublishProps) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [partner, setPartner] = useState(publishable[0]?.partner ?? '')
  const [stated, setClass] = useState<LookUpClass | null>(null)
  const [law, setLaw] = useState('')
  const [anew, setAnew] = useState(false)
  const [ends, setEnds] = useState<string | null>(null)
  const chosen = publishable.find((each) => each.partner === partner)
  if (!chosen)
    return (
      <Section heading={say('exchange.page.known.publish')}>
        <p>{say('exchange.page.known.publish_nobody')}</p>
      </Section>
    )
  const dataClass = stated !== null && chosen.classes.includes(stated) ? stated : chosen.classes[0]!
  const isRegister = dataClass === 'whole_register'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    act(async () => {
      const named = isRegister && law.trim() !== '' ? { law: law.trim() } : {}
      const published = await api('knownPublish', { partner, dataClass, days: DAYS, anew, ...named })
      setEnds(published.ends)
      onPublished()
    })
  }
  return (
    <Section heading={say('exchange.page.known.publish')}>
      <p className={styles.how}>{say('exchange.page.known.publish_how')}</p>
      <form className={styles.form} noValidate onSubmit={submit}>
        <Field
          label={say('exchange.page.column.partner')}
          hint={say('exchange.page.known.on_law', { basis: chosen.basis })}
        >
          {(control) => (
            <select {...control} name="partner" value={partner} onChange={({ target }) => setPartner(target.value)}>
              {publishable.map((each) => (
                <option key={each.partner} value={each.partner}>
                  {each.partner}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say('exchange.page.column.class')}>
          {(control) => (
            <select
              {...control}
              name="class"
              value={dataClass}
              onChange={({ target }) => setClass(target.value as LookUpClass)}
            >
              {chosen.classes.map((each) => (
                <option key={each} value={each}>
                  {say(`known.class.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {isRegister && (
          <TextField
            label={say('exchange.page.known.law')}
            hint={chosen.wholeRegisterLaw ?? ''}
            name="law"
            value={law}
            most={500}
            onChange={setLaw}
          />
        )}
        <label className={styles.check}>
          <input type="checkbox" name="anew" checked={anew} onChange={({ target }) => setAnew(target.checked)} />{' '}
          {say('exchange.page.known.anew')}
        </label>
        {error && <Failed error={error} onAgain={again} />}
        <Button type="submit" aria-disabled={busy}>
          {say('exchange.page.known.publish_do')}
        </Button>
        <p role="status">
          {busy
            ? say('exchange.page.known.publishing')
            : ends !== null && say('exchange.page.known.published_until', { moment: figures.moment(ends) })}
        </p>
      </form>
    </Section>
  )
}
