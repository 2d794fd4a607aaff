import type { VocabularyField } from '@proofmark/domain/vocabulary-field'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import { useLanguage } from '../frame/language.tsx'
import { keyOf, type Queue } from './useQueue.ts'
import styles from './VocabularyPage.module.css'
import { WaitingRow } from './WaitingRow.tsx'

interface WaitingProps {
  readonly queue: Queue
  readonly field: VocabularyField | null
  readonly onChanged: () => void
}

/** The texts that no table knows, those of most records first, each to be decided on where it stands. */
export function Waiting({ queue, field, onChanged }: WaitingProps) {
  const { say, figures } = useLanguage()
  const { answer, error, busy } = queue
  if (!answer && error) return <Failed error={error} onAgain={queue.again} />
  if (!answer)
    return (
      <Section heading={say('vocabulary.waiting')} busy>
        <Bars id="vocabulary.asking" />
      </Section>
    )
  const counted = { count: answer.waiting, figure: figures.count(answer.waiting) }
  if (answer.texts.length === 0)
    return (
      <Section heading={say('vocabulary.nothing')}>
        <div className={states.state}>
          <p>{say(field ? 'vocabulary.nothing_of_field' : 'vocabulary.nothing_how')}</p>
          {answer.decided > 0 && <p className={states.more}>{say('vocabulary.nothing_read')}</p>}
        </div>
      </Section>
    )
  return (
    <Section heading={say('vocabulary.count', counted)} aside={say('vocabulary.most_first')} busy={busy}>
      <ol className={styles.list}>
        {answer.texts.map((text) => (
          <li key={keyOf(text)}>
            <WaitingRow text={text} onChanged={onChanged} />
          </li>
        ))}
      </ol>
      {error && <Failed error={error} onAgain={answer.next ? queue.more : queue.again} kept={false} />}
      {answer.next && (
        <p className={styles.more}>
          <Button disabled={busy} onClick={queue.more}>
            {say('vocabulary.next')}
          </Button>
        </p>
      )}
      {answer.more && <p className={styles.note}>{say('vocabulary.rarer')}</p>}
    </Section>
  )
}
