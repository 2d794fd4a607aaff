import type { Session } from '@proofmark/contract/schemas/session'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { directionOf } from '../common/direction.ts'
import { Field } from '../common/Field.tsx'
import { GroundsFields } from '../common/GroundsFields.tsx'
import { Section } from '../common/Section.tsx'
import type { FindDesk } from '../find/useFind.ts'
import { useLanguage } from '../frame/language.tsx'
import { isRefusal } from './refusal.ts'
import styles from './SearchPage.module.css'
import type { SearchDesk } from './useSearch.ts'

interface SearchFormProps {
  readonly desk: SearchDesk
  readonly grounds: Pick<FindDesk, 'draft' | 'change'>
  readonly session: Session
}

/** The words, and why one looks; Enter in any of them searches. */
export function SearchForm({ desk, grounds: { draft, change }, session }: SearchFormProps) {
  const { say } = useLanguage()
  const form = useRef<HTMLFormElement>(null)
  const [missing, setMissing] = useState<'words' | 'purpose' | null>(null)
  const { words, state } = desk
  const lacksWords = missing === 'words' && words.trim() === ''
  // What the server refuses of the words stands at them until they are changed.
  const refused =
    state.kind === 'failed' && isRefusal(state.error) && state.asked.words === words.trim() ? state.error.message : null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const lacks = words.trim() === '' ? 'words' : draft.purpose === null ? 'purpose' : null
    setMissing(lacks)
    if (lacks) form.current?.querySelector<HTMLElement>(`[name="${lacks}"]`)?.focus()
    else if (draft.purpose !== null) {
      const reference = draft.reference.trim()
      desk.search({ purpose: draft.purpose, ...(reference === '' ? {} : { reference }) })
    }
  }
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      <Section heading={say('search.what')} ruled={false}>
        <Field
          label={say('search.words')}
          hint={say('search.words_hint')}
          error={
            lacksWords
              ? { reason: say('search.words_missing'), accepted: say('search.words_accepted') }
              : refused
                ? { reason: refused, accepted: '' }
                : null
          }
        >
          {(control) => (
            <input
              {...control}
              name="words"
              required
              dir={directionOf(words)}
              value={words}
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => desk.type(event.target.value)}
            />
          )}
        </Field>
      </Section>
      <Section heading={say('common.grounds')} aside={say('common.grounds_aside')} ruled={false}>
        <GroundsFields
          purposes={session.purposes}
          purpose={draft.purpose}
          reference={draft.reference}
          missing={missing === 'purpose' && draft.purpose === null}
          onChange={change}
        />
        <p className={styles.begin}>
          <Button weight="main" type="submit">
            {say('search.search')}
          </Button>
        </p>
      </Section>
    </form>
  )
}
