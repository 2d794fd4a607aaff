import type { AnswerError } from '@proofmark/contract/client'
import { sentenceOf } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { Button } from './Button.tsx'
import styles from './Failed.module.css'
import { Identifier } from './Identifier.tsx'
import { Note } from './Note.tsx'

interface FailedProps {
  readonly error: AnswerError
  readonly onAgain: () => void
  /** Does what was typed survive trying again? Not where the page has to be loaded anew. */
  readonly kept?: boolean
}

/**
 * A failure in one sentence, the state of what was typed, one way on, and the code to name when asking for help. An
 * ended session says so and keeps everything on the page.
 */
export function Failed({ error, onAgain, kept = true }: FailedProps) {
  const { say } = useLanguage()
  const ended = error.status === 401
  const reference = error.parameters.reference
  return (
    <div className={styles.failed}>
      <Note
        tone={ended ? 'plain' : 'departure'}
        role="alert"
        heading={ended ? say('common.ended') : sentenceOf(say, error)}
      >
        {ended ? say('common.ended_how') : say(kept ? 'common.nothing_lost' : 'common.nothing_changed')}{' '}
        <Button weight="word" onClick={onAgain}>
          {say('common.again')}
        </Button>{' '}
        <span className={styles.code}>
          {say('common.code')} <Identifier mono>{error.code}</Identifier>
          {reference !== undefined && (
            <>
              {' '}
              <Identifier mono>{String(reference)}</Identifier>
            </>
          )}
        </span>
      </Note>
    </div>
  )
}
