import { DOCUMENT_FORMS } from '@proofmark/contract/document-words'
import { DOCUMENT_LANGUAGES } from '@proofmark/contract/locales'
import type { TraceShown } from '@proofmark/contract/schemas/trace-shown'
import { type FormEvent, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Section } from '../../common/Section.tsx'
import { TextField } from '../../common/TextField.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { useLanguage } from '../../frame/language.tsx'
import { day, said } from '../draft-parts.ts'
import { Choice, Day } from '../form/fields.tsx'
import styles from './TracePage.module.css'
import { type DocumentAsked, takeDocument } from './take-document.ts'

/** For statistics nothing is taken here, and the originator has it. */
const AUDIENCES = ['addressee', 'agency', 'onward', 'court'] as const

const LANGUAGES = Object.keys(DOCUMENT_LANGUAGES) as DocumentAsked['language'][]

/** The request or the last reply as a document, in a language, for whoever it is to go to. */
export function Documents({ trace }: { readonly trace: TraceShown }) {
  const { say, locale } = useLanguage()
  const [asked, setAsked] = useState<DocumentAsked>({
    trace: trace.id,
    form: 'pdf',
    of: 'request',
    language: locale,
    audience: 'addressee',
  })
  const [permission, setPermission] = useState({ by: '', until: '' })
  const [taken, setTaken] = useState(false)
  const doing = useDoing()
  if (trace.message === null) return null
  const change = (part: Partial<DocumentAsked>) => {
    setTaken(false)
    setAsked({ ...asked, ...part })
  }
  const take = (event: FormEvent) => {
    event.preventDefault()
    doing.act(async () => {
      const by = said(permission.by)
      const permitted =
        by === null || asked.audience === 'addressee' ? {} : { permission: { by, until: day(permission.until) } }
      await takeDocument({ ...asked, ...permitted })
      setTaken(true)
    })
  }
  return (
    <Section heading={say('traces.page.documents')}>
      <form className={styles.documents} onSubmit={take}>
        {trace.replies.length > 0 && (
          <Choice
            name="documentOf"
            label={say('traces.page.document_of')}
            words={['request', 'reply']}
            wordOf={(of) => say(`traces.page.document_of.${of}`)}
            value={asked.of}
            onChange={(of) => of !== '' && change({ of })}
          />
        )}
        <Choice
          name="documentForm"
          label={say('traces.page.document_form')}
          words={DOCUMENT_FORMS}
          wordOf={(form) => say(`traces.page.document_form.${form}`)}
          value={asked.form}
          onChange={(form) => form !== '' && change({ form })}
        />
        {asked.form === 'pdf' && (
          <Choice
            name="documentLanguage"
            label={say('common.language')}
            words={LANGUAGES}
            wordOf={(language) => DOCUMENT_LANGUAGES[language].name}
            value={asked.language}
            onChange={(language) => language !== '' && change({ language })}
          />
        )}
        <Choice
          name="documentAudience"
          label={say('traces.page.audience')}
          words={AUDIENCES}
          wordOf={(audience) => say(`traces.page.audience.${audience}`)}
          value={asked.audience}
          onChange={(audience) => audience !== '' && change({ audience })}
        />
        {asked.audience !== 'addressee' && (
          <>
            <TextField
              name="permittedBy"
              label={say('traces.page.court_by')}
              hint={say('traces.page.permission_hint')}
              value={permission.by}
              most={120}
              onChange={(by) => setPermission({ ...permission, by })}
            />
            <Day
              name="permittedUntil"
              label={say('traces.form.expires')}
              value={permission.until}
              onChange={(until) => setPermission({ ...permission, until })}
            />
          </>
        )}
        {doing.error && <Failed error={doing.error} onAgain={doing.again} kept={false} />}
        <p className={styles.buttons}>
          <Button type="submit" aria-disabled={doing.busy}>
            {say('traces.page.take_document')}
          </Button>
          <span role="status">{taken && say('traces.page.document_taken')}</span>
        </p>
      </form>
    </Section>
  )
}
