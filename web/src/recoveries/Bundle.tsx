import { LOCALES, type Locale } from '@proofmark/contract/locales'
import type { Purpose } from '@proofmark/contract/purposes'
import type { Session } from '@proofmark/contract/schemas/session'
import { type FormEvent, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { GroundsFields } from '../common/GroundsFields.tsx'
import { Note } from '../common/Note.tsx'
import { Section } from '../common/Section.tsx'
import { useDoing } from '../common/useDoing.ts'
import { Choice } from '../field/form/Choice.tsx'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Recoveries.module.css'

interface BundleProps {
  readonly exhibits: readonly string[]
  readonly session: Session
}

const LANGUAGES = Object.keys(LOCALES) as Locale[]

/** The chains of exhibits for a court, as one file with what proves them. */
export function Bundle(props: BundleProps) {
  const { say } = useLanguage()
  const [open, setOpen] = useState(false)
  if (open) return <Making {...props} />
  return (
    <p>
      <Button name="bundle" onClick={() => setOpen(true)}>
        {say('field.custody.bundle', { count: props.exhibits.length })}
      </Button>
    </p>
  )
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

function Making({ exhibits, session }: BundleProps) {
  const { say, locale } = useLanguage()
  const [language, setLanguage] = useState<Locale>(locale)
  const [draft, setDraft] = useState<{ readonly purpose: Purpose | null; readonly reference: string }>({
    purpose: session.purposes.find((each) => each === 'judicial_request') ?? null,
    reference: '',
  })
  const [tried, setTried] = useState(false)
  const [saved, setSaved] = useState<string | null>(null)
  const { busy, error, act, again } = useDoing()
  const { purpose, reference } = draft
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault()
    setTried(true)
    setSaved(null)
    if (purpose === null) return
    const stated = reference.trim()
    const grounds = { purpose, ...(stated === '' ? {} : { reference: stated }) }
    act(async () => {
      const file = await api('custodyBundle', { exhibits: [...exhibits], language, grounds })
      const name = exhibits.length === 1 ? `custody ${exhibits[0]}.zip` : 'custody.zip'
      save(file, name)
      setSaved(name)
    })
  }
  return (
    <Section heading={say('field.custody.bundle', { count: exhibits.length })}>
      <form className={styles.form} onSubmit={submit} noValidate aria-busy={busy}>
        <p className={styles.quiet}>{say('field.custody.bundle_holds')}</p>
        <Choice
          legend={say('field.custody.bundle_language')}
          name="bundleLanguage"
          codes={LANGUAGES}
          word={(code) => LOCALES[code].name}
          value={language}
          onChoose={setLanguage}
        />
        <GroundsFields
          purposes={session.purposes}
          purpose={purpose}
          reference={reference}
          missing={tried && purpose === null}
          onChange={(part) => setDraft({ ...draft, ...part })}
        />
        {busy && <Bars id="field.custody.bundle_making" />}
        {error && <Failed error={error} onAgain={again} />}
        <Button weight="main" type="submit" name="makeBundle" disabled={busy}>
          {say('field.custody.bundle_make')}
        </Button>
      </form>
      {saved !== null && (
        <Note role="status" heading={say('field.custody.bundle_saved')}>
          <bdi>{saved}</bdi>. {say('custody.bundle.check')}
        </Note>
      )}
    </Section>
  )
}
