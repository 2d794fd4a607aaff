import type { FindAnswer } from '@proofmark/contract/schemas/find'
import { expansions } from '@proofmark/domain/serial-characters'
import type { ReactNode } from 'react'
import { Figure } from '../common/Figure.tsx'
import { Note } from '../common/Note.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './WeakMark.module.css'

/** Above this many chance matches a mark identifies nothing (DOMAIN 4.7). */
const MOST_CHANCE = 0.1

interface WeakMarkProps {
  readonly answer: FindAnswer
  /** What can be done about it. */
  readonly children: ReactNode
}

/** The warning beside a mark that fits several firearms by chance alone, and the way on. */
export function WeakMark({ answer, children }: WeakMarkProps) {
  const { say, figures } = useLanguage()
  const readings = expansions(answer.query.characters)
  return (
    <div className={styles.weak}>
      <Note tone="departure" heading={say('find.weak')}>
        {readings !== null && readings > 1 && `${say('find.weak_readings', { readings: figures.count(readings) })} `}
        <Sentence
          id="find.weak_chance"
          parameters={{ entries: figures.count(answer.entries), most: figures.chance(MOST_CHANCE) }}
          nodes={{ chance: <Figure>{figures.chance(answer.chance)}</Figure> }}
        />
      </Note>
      {children}
    </div>
  )
}
