import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { directionOf } from '../common/direction.ts'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { Section } from '../common/Section.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './PeoplePage.module.css'

/** Adds an agency of this state: its name, and the desk that others turn to. */
export function AddAgency({ onAdded }: { readonly onAdded: (name: string) => void }) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [name, setName] = useState('')
  const [desk, setDesk] = useState('')
  const [missing, setMissing] = useState(false)
  const [done, setDone] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const lacks = name.trim() === '' || desk.trim() === ''
    setMissing(lacks)
    setDone(null)
    if (lacks) return
    act(async () => {
      const agency = await api('agencyAdd', { name: name.trim(), desk: desk.trim() })
      setDone(agency.name)
      setName('')
      setDesk('')
      onAdded(agency.name)
    })
  }
  const lacks = (value: string) =>
    missing && value.trim() === '' ? { reason: say('people.missing'), accepted: say('people.missing_how') } : null
  return (
    <Section heading={say('people.agency_add')}>
      <form className={styles.form} noValidate onSubmit={submit}>
        <p role="status">{done !== null && say('people.agency_added', { agency: done })}</p>
        <Field label={say('people.agency_name')} error={lacks(name)}>
          {(control) => (
            <input
              {...control}
              name="new agency"
              dir={directionOf(name)}
              value={name}
              maxLength={120}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={say('people.desk')} hint={say('people.desk_how')} error={lacks(desk)}>
          {(control) => (
            <input
              {...control}
              name="desk"
              dir={directionOf(desk)}
              value={desk}
              maxLength={500}
              autoComplete="off"
              onChange={(event) => setDesk(event.target.value)}
            />
          )}
        </Field>
        {error && <Failed error={error} onAgain={again} />}
        <Button type="submit" aria-disabled={busy}>
          {say('people.agency_do')}
        </Button>
      </form>
    </Section>
  )
}
