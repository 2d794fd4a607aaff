import type { AnswerError } from '@proofmark/contract/client'
import type { WaitingText } from '@proofmark/contract/schemas/vocabulary'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Field } from '../common/Field.tsx'
import { TextField } from '../common/TextField.tsx'
import { useLanguage } from '../frame/language.tsx'
import type { Means } from './meaning.tsx'
import styles from './VocabularyPage.module.css'

interface NewNameProps {
  readonly text: WaitingText
  readonly busy: boolean
  readonly error: AnswerError | null
  readonly onDecide: (means: Means) => void
  readonly onClose: () => void
}

/** A name that no table has: how it is written, and for a make in which state it makes, where that is known. */
export function NewName({ text, busy, error, onDecide, onClose }: NewNameProps) {
  const { say } = useLanguage()
  const [name, setName] = useState(text.text)
  const [country, setCountry] = useState('')
  const [blank, setBlank] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const badCountry = error?.code === 'value_not_listed' && error.parameters.field === 'country'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setBlank(name.trim() === '')
    const stated = country.trim().toUpperCase()
    if (name.trim() !== '') onDecide({ name: name.trim(), ...(stated === '' ? {} : { country: stated }) })
  }
  const close = (key: string) => {
    if (key === 'Escape') onClose()
  }
  return (
    <form ref={form} noValidate className={styles.newName} onSubmit={submit} onKeyDown={({ key }) => close(key)}>
      <TextField
        label={say('vocabulary.new_name')}
        name="new-name"
        value={name}
        most={120}
        hint={say('vocabulary.new_name_hint')}
        error={blank ? { reason: say('vocabulary.new_name_blank'), accepted: '' } : null}
        onChange={setName}
      />
      {text.field === 'make' && (
        <Field
          label={say('vocabulary.new_country')}
          hint={say('vocabulary.new_country_hint')}
          error={
            badCountry
              ? { reason: say('vocabulary.new_country_unknown'), accepted: say('vocabulary.new_country_hint') }
              : null
          }
        >
          {(control) => (
            <input
              {...control}
              name="new-country"
              dir="ltr"
              value={country}
              maxLength={2}
              autoComplete="off"
              onChange={(event) => setCountry(event.target.value)}
            />
          )}
        </Field>
      )}
      <p className={styles.buttons}>
        <Button type="submit" disabled={busy}>
          {say('vocabulary.new_decide')}
        </Button>
        <Button weight="word" onClick={onClose}>
          {say('vocabulary.new_close')}
        </Button>
      </p>
    </form>
  )
}
