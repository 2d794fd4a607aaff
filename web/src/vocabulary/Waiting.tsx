import type { WaitingText } from '@proofmark/contract/schemas/vocabulary'
import type { VocabularyField } from '@proofmark/domain/vocabulary-field'
import { useMemo, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import { useLanguage } from '../frame/language.tsx'
import { meansOf } from './Proposed.tsx'
import { type Chosen, Several } from './Several.tsx'
import { type Proposals, useProposals } from './useProposals.ts'
import { keyOf, type Queue } from './useQueue.ts'
import styles from './VocabularyPage.module.css'
import { WaitingRow } from './WaitingRow.tsx'

interface WaitingProps {
  readonly queue: Queue
  readonly field: VocabularyField | null
  readonly onChanged: () => void
}

/** The texts of the page that were chosen, each with what is proposed first. */
function chosenOf(texts: readonly WaitingText[], proposals: Proposals, keys: ReadonlySet<string>): readonly Chosen[] {
  return texts.flatMap((text) => {
    const first = keys.has(keyOf(text)) ? proposals.get(keyOf(text))?.[0] : undefined
    const { field, make } = text
    return first ? [{ field, text: text.text, ...(make === null ? {} : { make }), means: meansOf(first) }] : []
  })
}

/** The texts that no table knows, those of most records first, each to be decided on where it stands. */
export function Waiting({ queue, field, onChanged }: WaitingProps) {
  const { say, figures } = useLanguage()
  const { answer, error, busy } = queue
  const proposals = useProposals(answer?.texts)
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const chosen = useMemo(() => chosenOf(answer?.texts ?? [], proposals, keys), [answer, proposals, keys])
  const choose = (key: string, is: boolean) =>
    setKeys((before) => {
      const after = new Set(before)
      if (is) after.add(key)
      else after.delete(key)
      return after
    })
  const changed = () => {
    onChanged()
    queue.again()
  }
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
      <Several chosen={chosen} onClear={() => setKeys(new Set())} onChanged={changed} />
      <ol className={styles.list}>
        {answer.texts.map((text) => (
          <li key={keyOf(text)}>
            <WaitingRow
              text={text}
              proposals={proposals.get(keyOf(text))}
              chosen={keys.has(keyOf(text))}
              onChoose={(is) => choose(keyOf(text), is)}
              onChanged={onChanged}
            />
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
