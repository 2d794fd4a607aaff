import type { VocabularyDecidedSeveral, VocabularyPreview } from '@proofmark/contract/schemas/vocabulary-desk'
import type { VocabularyField } from '@proofmark/domain/vocabulary-field'
import { useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { type Means, textShown } from './meaning.tsx'
import { Preview, readingShown } from './Preview.tsx'
import styles from './VocabularyPage.module.css'

/** A text that was chosen, with the meaning that is proposed first. */
export interface Chosen {
  readonly field: VocabularyField
  readonly text: string
  readonly make?: string
  readonly means: Means
}

interface SeveralProps {
  readonly chosen: readonly Chosen[]
  readonly onClear: () => void
  readonly onChanged: () => void
}

type Decided = VocabularyDecidedSeveral['decided']

/** Deciding on all texts that were chosen as is proposed first: seen beforehand, done in one step, and undone in one. */
export function Several({ chosen, onClear, onChanged }: SeveralProps) {
  const { say, figures } = useLanguage()
  const [preview, setPreview] = useState<{ readonly of: readonly Chosen[]; readonly answer: VocabularyPreview } | null>(
    null,
  )
  const [decided, setDecided] = useState<Decided | null>(null)
  const { busy, error, act, again } = useDoing()
  const counted = (count: number) => ({ count, figure: figures.count(count) })
  const taken = decided?.flatMap(({ decision }) => decision ?? []) ?? []
  const refused = (decided?.length ?? 0) - taken.length

  const decide = () =>
    act(async () => {
      const answer = await api('vocabularyDecideSeveral', { decisions: [...chosen] })
      setDecided(answer.decided)
      setPreview(null)
      onClear()
      onChanged()
    })
  const undo = () =>
    act(async () => {
      await api('vocabularyUndo', { decisions: taken })
      setDecided(null)
      onChanged()
    })
  const see = () =>
    act(async () => setPreview({ of: chosen, answer: await api('vocabularyPreview', { decisions: [...chosen] }) }))
  if (chosen.length === 0 && !decided) return <p className={styles.note}>{say('vocabulary.keys')}</p>
  return (
    <div className={styles.several}>
      <p role="status">
        {chosen.length > 0
          ? say('vocabulary.chosen', counted(chosen.length))
          : decided && say('vocabulary.several_done', counted(taken.length))}
        {refused > 0 && chosen.length === 0 && ` ${say('vocabulary.several_refused', counted(refused))}`}
      </p>
      <p className={styles.buttons}>
        {chosen.length > 0 ? (
          <>
            <Button weight="main" disabled={busy} onClick={decide}>
              {say('vocabulary.several_decide')}
            </Button>
            <Button disabled={busy} onClick={see}>
              {say('vocabulary.preview')}
            </Button>
            <Button weight="word" onClick={onClear}>
              {say('vocabulary.several_clear')}
            </Button>
          </>
        ) : (
          <Button weight="word" disabled={busy} onClick={undo}>
            {say('vocabulary.several_undo')}
          </Button>
        )}
      </p>
      {error && <Failed error={error} onAgain={again} kept={false} />}
      {busy && <Bars id="vocabulary.again_asking" />}
      {preview && preview.of === chosen && <SeenBefore preview={preview.answer} />}
    </div>
  )
}

function SeenBefore({ preview }: { readonly preview: VocabularyPreview }) {
  const language = useLanguage()
  const { say } = language
  return (
    <>
      <Preview preview={preview} />
      {preview.samples.length > 0 && (
        <ul className={styles.samples} aria-label={say('vocabulary.samples')}>
          {preview.samples.slice(0, 5).map(({ record, field, stated, from, to }, at) => (
            <li key={record}>
              <Go to={`/records/${record}`}>{say('vocabulary.sample', { number: at + 1 })}</Go>{' '}
              <Sentence
                id="vocabulary.sample_change"
                parameters={{ field: say(`vocabulary.field.${field}`) }}
                nodes={{
                  stated: textShown(language, stated),
                  before: <bdi>{readingShown(language, field, from)}</bdi>,
                  after: <bdi>{readingShown(language, field, to)}</bdi>,
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
