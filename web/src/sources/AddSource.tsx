import type { AnswerError } from '@proofmark/contract/client'
import type { SourceAddRequest } from '@proofmark/contract/schemas/source'
import { HANDLING_CODES, SOURCE_VISIBILITIES } from '@proofmark/contract/source-words'
import { SOURCE_KINDS } from '@proofmark/domain/source-kind'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { directionOf } from '../common/direction.ts'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { Section } from '../common/Section.tsx'
import { answerError, api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { EMPTY_SOURCE, type Lacking, lackingOf, requestOf, type SourceDraft } from './draft.ts'
import styles from './SourcesPage.module.css'

interface AddSourceProps {
  readonly agency: string
  readonly onAdded: (name: string) => void
  readonly onLeave: () => void
}

/** A new source of the steward's own agency: decided at once is who sees it, so that nothing is seen first and closed later. */
export function AddSource({ agency, onAdded, onLeave }: AddSourceProps) {
  const { say } = useLanguage()
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<SourceDraft>(EMPTY_SOURCE)
  const [lacking, setLacking] = useState<Lacking | null>(null)
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<AnswerError | null>(null)
  const change = (part: Partial<SourceDraft>) => {
    setDraft({ ...draft, ...part })
    setError(null)
  }
  const focusField = (name: string) => form.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus()
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[name="source-name"]')?.focus()
  }, [])

  const send = async (request: SourceAddRequest) => {
    setSending(true)
    setError(null)
    try {
      onAdded((await api('sourceAdd', request)).name)
    } catch (thrown) {
      setError(answerError(thrown))
      setSending(false)
    }
  }
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    const lacks = lackingOf(draft)
    setLacking(lacks)
    if (lacks) focusField(lacks === 'name' || lacks === 'kind' ? `source-${lacks}` : lacks)
    else if (!sending) void send(requestOf(draft, agency))
  }
  const taken = error?.code === 'name_taken' ? { reason: error.message, accepted: '' } : null
  const missing = (field: Lacking) =>
    lacking === field && lackingOf(draft) === field
      ? { reason: say(`sources.lacks_${field}`), accepted: say(`sources.accepted_${field}`) }
      : null
  return (
    <Section heading={say('sources.add')} aside={say('sources.add_aside', { agency })}>
      <form ref={form} className={styles.form} noValidate onSubmit={submit}>
        <Field label={say('sources.name')} error={taken ?? missing('name')}>
          {(control) => (
            <input
              {...control}
              name="source-name"
              required
              dir={directionOf(draft.name)}
              value={draft.name}
              maxLength={120}
              autoComplete="off"
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={say('sources.kind')} error={missing('kind')}>
          {(control) => (
            <select
              {...control}
              name="source-kind"
              required
              value={draft.kind}
              onChange={(event) => change({ kind: event.target.value as SourceDraft['kind'] })}
            >
              <option value="" disabled>
                {say('common.choose')}
              </option>
              {SOURCE_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {say(`word.source_kind.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say('sources.visible')} hint={say('sources.visible_hint')}>
          {(control) => (
            <select
              {...control}
              name="visibility"
              value={draft.visibility}
              onChange={(event) => change({ visibility: event.target.value as SourceDraft['visibility'] })}
            >
              <option value="">{say('sources.visible_usual')}</option>
              {SOURCE_VISIBILITIES.map((word) => (
                <option key={word} value={word}>
                  {say(`sources.visibility.${word}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say('sources.handled')}>
          {(control) => (
            <select
              {...control}
              name="handling"
              value={draft.handling}
              onChange={(event) => change({ handling: event.target.value as SourceDraft['handling'] })}
            >
              {HANDLING_CODES.map((code) => (
                <option key={code} value={code}>
                  {say(`sources.handling.${code}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {(['retention', 'review'] as const).map((field) => (
          <Field
            key={field}
            label={say(`sources.${field}_years`)}
            hint={say(`sources.${field}_hint`)}
            error={missing(field)}
          >
            {(control) => (
              <input
                {...control}
                name={field}
                dir="ltr"
                inputMode="numeric"
                value={draft[field]}
                maxLength={4}
                autoComplete="off"
                onChange={(event) => change({ [field]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={draft.fourEyes}
            onChange={(event) => change({ fourEyes: event.target.checked })}
          />
          {say('sources.four_eyes_wanted')}
        </label>
        {error && !taken && <Failed error={error} onAgain={submit} />}
        <p className={styles.actions}>
          <Button weight="main" type="submit" aria-disabled={sending}>
            {say('sources.add_it')}
          </Button>
          <Button weight="word" onClick={onLeave}>
            {say('sources.leave')}
          </Button>
        </p>
      </form>
    </Section>
  )
}
