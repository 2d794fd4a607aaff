import { CONTACT_KINDS } from '@proofmark/contract/trace-words'
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

const EMPTY = { country: '', agency: '', unit: '', telephone: '', email: '' }
type Kind = (typeof CONTACT_KINDS)[number]

/** Writes a contact into the book; who says that it was verified does so afterwards, with a press of its own. */
export function AddContact({ onAdded }: { readonly onAdded: () => void }) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [draft, setDraft] = useState(EMPTY)
  const [kind, setKind] = useState<Kind>('contact_point')
  const [tried, setTried] = useState(false)
  const country = draft.country.trim().toUpperCase()
  const isCountry = /^[A-Z]{2}$/.test(country)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isCountry || draft.agency.trim() === '') return
    const stated = (text: string) => text.trim() || null
    act(async () => {
      await api('traceContactSave', {
        id: crypto.randomUUID(),
        country,
        partner: null,
        kind,
        role: null,
        contact: {
          agency: draft.agency.trim(),
          unit: stated(draft.unit),
          email: stated(draft.email),
          telephone: stated(draft.telephone),
          verified: null,
        },
      })
      setDraft(EMPTY)
      onAdded()
    })
  }
  const lacks = (isWrong: boolean, accepted = '') =>
    tried && isWrong ? { reason: say('exchange.page.missing'), accepted } : null
  const field = (name: keyof typeof EMPTY, most: number, error: ReturnType<typeof lacks> = null) => (
    <TextField
      label={say(`exchange.page.field.${name}`)}
      error={error}
      name={name}
      value={draft[name]}
      most={most}
      onChange={(text) => setDraft({ ...draft, [name]: text })}
    />
  )
  return (
    <Section heading={say('exchange.page.add_contact')}>
      <form className={styles.form} noValidate onSubmit={submit}>
        {field('country', 2, lacks(!isCountry, say('exchange.page.country_how')))}
        <Field label={say('exchange.page.column.role')}>
          {(control) => (
            <select {...control} name="kind" value={kind} onChange={({ target }) => setKind(target.value as Kind)}>
              {CONTACT_KINDS.map((each) => (
                <option key={each} value={each}>
                  {say(`word.contact_kind.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {field('agency', 120, lacks(draft.agency.trim() === ''))}
        {field('unit', 120)}
        {field('telephone', 60)}
        {field('email', 200)}
        {error && <Failed error={error} onAgain={again} />}
        <Button type="submit" aria-disabled={busy}>
          {say('exchange.page.add_contact_do')}
        </Button>
      </form>
    </Section>
  )
}
