import type { AnswerError } from '@proofmark/contract/client'
import type { WaitingText } from '@proofmark/contract/schemas/vocabulary'
import type { VocabularyProposal } from '@proofmark/contract/schemas/vocabulary-desk'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { answerError, api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { Choices } from './Choices.tsx'
import { type Means, meaningShown, textShown } from './meaning.tsx'
import { meansOf } from './Proposed.tsx'
import { Stands } from './Stands.tsx'
import { useRowKeys } from './useRowKeys.ts'
import styles from './VocabularyPage.module.css'

type Decided =
  | { readonly kind: 'waiting'; readonly back: boolean }
  | { readonly kind: 'deciding' }
  | { readonly kind: 'failed'; readonly error: AnswerError; readonly means: Means }
  | { readonly kind: 'decided'; readonly means: Known; readonly busy: boolean; readonly error: AnswerError | null }

/** What was decided, with the name of its code. */
interface Known {
  readonly code: string | null
  readonly name: string | null
  readonly said: string | null
}

interface WaitingRowProps {
  readonly text: WaitingText
  /** Undefined as long as they are not known. */
  readonly proposals: readonly VocabularyProposal[] | undefined
  /** Is it one of several that are decided on together? */
  readonly chosen: boolean
  readonly onChoose: (chosen: boolean) => void
  readonly onChanged: () => void
}

/** A text that waits: where it stands, how else it is spelt, and what it may mean. One click decides, and can be undone. */
export function WaitingRow({ text, proposals, chosen, onChoose, onChanged }: WaitingRowProps) {
  const { say } = useLanguage()
  const row = useRef<HTMLElement>(null)
  const [fresh, setFresh] = useState(false)
  const [decided, setDecided] = useState<Decided>({ kind: 'waiting', back: false })
  const which = { field: text.field, text: text.text, ...(text.make === null ? {} : { make: text.make }) }

  const decide = (means: Means) => {
    setDecided({ kind: 'deciding' })
    api('vocabularyDecide', { ...which, means }).then(
      ({ code, name }) => {
        const known = { code, name, said: 'said' in means ? means.said : null }
        setDecided({ kind: 'decided', means: known, busy: false, error: null })
        setFresh(false)
        onChoose(false)
        onChanged()
      },
      (thrown: unknown) => setDecided({ kind: 'failed', error: answerError(thrown), means }),
    )
  }
  const undo = (means: Known) => {
    setDecided({ kind: 'decided', means, busy: true, error: null })
    api('vocabularyWithdraw', which).then(
      () => {
        setDecided({ kind: 'waiting', back: true })
        onChanged()
      },
      (thrown: unknown) => setDecided({ kind: 'decided', means, busy: false, error: answerError(thrown) }),
    )
  }

  useRowKeys(row, {
    accept: (at) => {
      const proposal = proposals?.[at]
      if (proposal && (decided.kind === 'waiting' || decided.kind === 'failed')) decide(meansOf(proposal))
    },
    code: () => row.current?.querySelector<HTMLElement>('input[name="code"]')?.focus(),
    fresh: () => setFresh(true),
    says: () => row.current?.querySelector<HTMLElement>('[data-says] button')?.focus(),
    undo: () => decided.kind === 'decided' && !decided.busy && undo(decided.means),
  })
  const choosable = decided.kind !== 'decided' && proposals !== undefined && proposals.length > 0

  return (
    <article ref={row} className={styles.row}>
      <div className={styles.first}>
        <Stands text={text} />
        {choosable && (
          <label className={styles.choose}>
            <input type="checkbox" checked={chosen} onChange={({ target }) => onChoose(target.checked)} />
            <span>{say('vocabulary.choose')}</span> <span className="unseen">{text.text}</span>
          </label>
        )}
      </div>
      <div className={styles.decide}>
        <div role="status">
          {decided.kind === 'decided' && (
            <Done text={text} means={decided.means} busy={decided.busy} onUndo={() => undo(decided.means)} />
          )}
        </div>
        {decided.kind === 'decided' && decided.error && (
          <Failed error={decided.error} onAgain={() => undo(decided.means)} kept={false} />
        )}
        {decided.kind !== 'decided' && (
          <Choices
            text={text}
            proposals={proposals}
            fresh={fresh}
            onFresh={setFresh}
            busy={decided.kind === 'deciding'}
            error={decided.kind === 'failed' ? decided.error : null}
            back={decided.kind === 'waiting' && decided.back}
            onDecide={decide}
            onAgain={() => decided.kind === 'failed' && decide(decided.means)}
          />
        )}
      </div>
    </article>
  )
}

interface DoneProps {
  readonly text: WaitingText
  readonly means: Known
  readonly busy: boolean
  readonly onUndo: () => void
}

function Done({ text, means, busy, onUndo }: DoneProps) {
  const language = useLanguage()
  const { say } = language
  const undo = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone; the way back takes its place.
  useEffect(() => undo.current?.focus(), [])
  const meaning = meaningShown(language, { field: text.field, ...means })
  return (
    <p className={styles.done}>
      <Sentence id="vocabulary.done" nodes={{ text: textShown(language, text.text), meaning }} />{' '}
      <Button ref={undo} weight="word" disabled={busy} onClick={onUndo}>
        {say('vocabulary.undo')}
      </Button>
    </p>
  )
}
