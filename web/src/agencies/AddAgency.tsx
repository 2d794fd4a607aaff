import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api, sentenceOf } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './AgenciesPage.module.css'
import { DeskField } from './DeskField.tsx'

/** Adds an agency of this state: its name, and the desk that others turn to. */
export function AddAgency({ onAdded }: { readonly onAdded: () => void }) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [name, setName] = useState('')
  const [desk, setDesk] = useState('')
  const [missing, setMissing] = useState(false)
  const [done, setDone] = useState<string | null>(null)
  const taken = error?.code === 'name_taken'
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
      onAdded()
    })
  }
  const lacks = missing && name.trim() === ''
  return (
    <Section heading={say('agencies.add')}>
      <form className={styles.form} noValidate onSubmit={submit}>
        <p role="status">{done !== null && say('agencies.added', { agency: done })}</p>
        <TextField
          label={say('agencies.name')}
          error={
            taken
              ? { reason: sentenceOf(say, error), accepted: '' }
              : lacks
                ? { reason: say('agencies.missing'), accepted: say('agencies.name_how') }
                : null
          }
          name="new agency"
          value={name}
          most={120}
          onChange={setName}
        />
        <DeskField desk={desk} tried={missing} onChange={setDesk} />
        {error && !taken && <Failed error={error} onAgain={again} />}
        <Button type="submit" aria-disabled={busy}>
          {say('agencies.add_do')}
        </Button>
      </form>
    </Section>
  )
}
