import { DOCUMENT_LANGUAGES, type DocumentLanguage } from '@proofmark/contract/locales'
import type { Session } from '@proofmark/contract/schemas/session'
import { useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { Section } from '../common/Section.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { newIdentifier } from '../enter/identifier.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Recoveries.module.css'

/** So many forms are printed at once. */
const MOST = 50
const LANGUAGES = Object.keys(DOCUMENT_LANGUAGES) as DocumentLanguage[]

/** Numbered forms for posts without a device, to be written on by hand. */
export function PaperForms({ session }: { readonly session: Session }) {
  const { say, locale } = useLanguage()
  const [forms, setForms] = useState('10')
  const [language, setLanguage] = useState<DocumentLanguage>(locale)
  // The same order asked for again, after an answer was lost, prints the same numbers.
  const order = useRef(newIdentifier())
  const { busy, error, act, again } = useDoing()
  const many = Number.parseInt(forms, 10)
  const print = () =>
    act(async () => {
      const file = await api('recoveryPaper', { order: order.current, forms: many, language })
      order.current = newIdentifier()
      const link = document.createElement('a')
      link.href = URL.createObjectURL(file)
      link.download = 'recovery-forms.pdf'
      link.click()
      URL.revokeObjectURL(link.href)
    })
  // Whoever belongs to no agency says whose forms they are, which the shell asks.
  if (session.agency === null) return null
  return (
    <Section heading={say('field.papers')}>
      <div className={styles.form}>
        <p className={styles.quiet}>{say('field.papers_how')}</p>
        <TextField
          label={say('field.papers_count')}
          name="forms"
          value={forms}
          most={2}
          onChange={(text) => {
            order.current = newIdentifier()
            setForms(text)
          }}
        />
        <Field label={say('field.papers_language')}>
          {(control) => (
            <select
              {...control}
              name="language"
              value={language}
              onChange={({ target }) => {
                const chosen = LANGUAGES.find((each) => each === target.value)
                if (chosen) setLanguage(chosen)
              }}
            >
              {LANGUAGES.map((each) => (
                <option key={each} value={each} lang={each}>
                  {DOCUMENT_LANGUAGES[each].name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className={styles.actions}>
          <Button name="papers" disabled={busy || !(many >= 1 && many <= MOST)} onClick={print}>
            {say('field.papers_print')}
          </Button>
        </div>
        {error && <Failed error={error} onAgain={again} />}
      </div>
    </Section>
  )
}
