import type { AnswerError } from '@proofmark/contract/client'
import type { WaitingText } from '@proofmark/contract/schemas/vocabulary'
import type { VocabularyProposal } from '@proofmark/contract/schemas/vocabulary-desk'
import { OWN_FIELDS, type VocabularyField } from '@proofmark/domain/vocabulary-field'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { useLanguage } from '../frame/language.tsx'
import { type Means, meaningShown, saidShown } from './meaning.tsx'
import { NewName } from './NewName.tsx'
import { Proposed } from './Proposed.tsx'
import styles from './VocabularyPage.module.css'

const isOwnField = (field: VocabularyField) => OWN_FIELDS.some((own) => own === field)

interface ChoicesProps {
  readonly text: WaitingText
  /** Undefined as long as they are not known. */
  readonly proposals: readonly VocabularyProposal[] | undefined
  /** Is the form of a new name open? */
  readonly fresh: boolean
  readonly onFresh: (open: boolean) => void
  readonly busy: boolean
  readonly error: AnswerError | null
  /** Was a decision just taken back? Then the focus comes here, where its way back stood. */
  readonly back: boolean
  readonly onDecide: (means: Means) => void
  readonly onAgain: () => void
}

/** What a text may mean: what is suggested, another code, or a word that says nothing of a name. */
export function Choices(props: ChoicesProps) {
  const { text, proposals, fresh, onFresh, busy, error, back, onDecide, onAgain } = props
  const language = useLanguage()
  const { say } = language
  const { field, make, suggestions, said } = text
  const [code, setCode] = useState('')
  const [blank, setBlank] = useState(false)
  const group = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (back) group.current?.querySelector<HTMLElement>('button, input')?.focus()
  }, [back])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setBlank(code.trim() === '')
    if (code.trim() !== '') onDecide({ code: code.trim() })
  }
  // A mark has no code, nor has a model whose make is not known.
  const takesCode = field !== 'serial' && (field !== 'model' || make !== null)
  const takesName = isOwnField(field) && (field !== 'model' || make !== null)
  const shownElsewhere = fresh && error?.code === 'value_not_listed' && error.parameters.field === 'country'
  const wrongCode = error?.code === 'vocabulary_code_unknown' ? error : null
  const codeError = wrongCode
    ? {
        reason: say('vocabulary.code_unknown', { code: String(wrongCode.parameters.value) }),
        accepted: say('vocabulary.codes_near', { codes: String(wrongCode.parameters.accepted) }),
      }
    : blank && code.trim() === ''
      ? { reason: say('vocabulary.code_blank'), accepted: say('vocabulary.code_accepted') }
      : null
  return (
    <fieldset ref={group} className={styles.choices} aria-label={say('vocabulary.choices', { text: text.text })}>
      {proposals && proposals.length > 0 && (
        <Proposed text={text} proposals={proposals} busy={busy} onDecide={onDecide} />
      )}
      {!proposals && suggestions.length > 0 && (
        <p className={styles.suggestions}>
          <span className={styles.lead}>{say('vocabulary.means')}</span>
          {suggestions.map((each) => (
            <Button key={each.code} disabled={busy} onClick={() => onDecide({ code: each.code })}>
              {meaningShown(language, { field, ...each, said: null })}
            </Button>
          ))}
        </p>
      )}
      {takesCode && (
        <form noValidate onSubmit={submit}>
          <Field
            label={say((proposals ?? suggestions).length > 0 ? 'vocabulary.other_code' : 'vocabulary.code')}
            error={codeError}
            hint={null}
          >
            {(control) => (
              <div className={styles.code}>
                <input
                  {...control}
                  name="code"
                  dir={code === '' ? undefined : 'ltr'}
                  value={code}
                  maxLength={120}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  aria-keyshortcuts="C"
                  placeholder={say(`vocabulary.code_hint.${field}`)}
                  onChange={(event) => setCode(event.target.value)}
                />
                <Button type="submit" disabled={busy}>
                  {say('vocabulary.decide')}
                </Button>
              </div>
            )}
          </Field>
        </form>
      )}
      {takesName && fresh && (
        <NewName text={text} busy={busy} error={error} onDecide={onDecide} onClose={() => onFresh(false)} />
      )}
      {takesName && !fresh && (
        <p>
          <Button weight="word" disabled={busy} aria-keyshortcuts="N" onClick={() => onFresh(true)}>
            {say(`vocabulary.new.${field}`)}
          </Button>
        </p>
      )}
      <p className={styles.said} data-says>
        <span className={styles.lead}>{say(field === 'serial' ? 'vocabulary.says_mark' : 'vocabulary.says')}</span>
        {said.map((word) => (
          <Button key={word} weight="word" disabled={busy} onClick={() => onDecide({ said: word })}>
            {saidShown(language, field, word)}
          </Button>
        ))}
      </p>
      {error && !wrongCode && !shownElsewhere && <Failed error={error} onAgain={onAgain} kept={false} />}
    </fieldset>
  )
}
