import type { AnswerError } from '@proofmark/contract/client'
import type { LogVerify } from '@proofmark/contract/schemas/log'
import { useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Note } from '../common/Note.tsx'
import { Section } from '../common/Section.tsx'
import { answerError, api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './LogPage.module.css'

/** Checks the log against its own tree, and against a checkpoint that was kept elsewhere. */
export function VerifyLog() {
  const { say, figures } = useLanguage()
  const [checkpoint, setCheckpoint] = useState('')
  const [asking, setAsking] = useState(false)
  const [verdict, setVerdict] = useState<LogVerify | null>(null)
  const [error, setError] = useState<AnswerError | null>(null)
  const verify = async () => {
    setAsking(true)
    setError(null)
    try {
      setVerdict(await api('logVerify', checkpoint.trim() === '' ? {} : { checkpoint: `${checkpoint.trimEnd()}\n` }))
    } catch (thrown) {
      setError(answerError(thrown))
    }
    setAsking(false)
  }
  return (
    <Section heading={say('log.verify')}>
      <div className={styles.verify}>
        <p className={styles.when}>{say('log.verify_how')}</p>
        <Field label={say('log.checkpoint')} hint={say('log.checkpoint_hint')}>
          {(control) => (
            <textarea
              {...control}
              name="checkpoint"
              dir="ltr"
              rows={5}
              maxLength={10_000}
              spellCheck={false}
              value={checkpoint}
              onChange={(event) => setCheckpoint(event.target.value)}
            />
          )}
        </Field>
        <p>
          <Button onClick={() => void verify()}>{say('log.verify_now')}</Button>
        </p>
        {asking && <Bars id="log.verifying" />}
        {error && <Failed error={error} onAgain={() => void verify()} />}
        {verdict && !asking && (
          <Note
            tone={verdict.ok ? 'plain' : 'departure'}
            role="status"
            heading={say(verdict.ok ? 'log.whole' : 'log.not_whole')}
          >
            {say('log.size', { count: verdict.size, figure: figures.count(verdict.size) })}{' '}
            {verdict.pending > 0 &&
              say('log.pending', { count: verdict.pending, figure: figures.count(verdict.pending) })}{' '}
            {say('log.root')} <Identifier mono>{verdict.root}</Identifier>
          </Note>
        )}
        {verdict && verdict.faults.length > 0 && (
          <ul className={styles.faults}>
            {verdict.faults.map(({ text, fault, entry, index }) => (
              <li key={`${fault} ${entry} ${index}`}>{text}</li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  )
}
