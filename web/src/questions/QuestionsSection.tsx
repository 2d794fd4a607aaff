import type { ReactNode } from 'react'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './QuestionsPage.module.css'

interface QuestionsSectionProps {
  /** The questions to the reader's desk, or its own. */
  readonly of: 'received' | 'asked'
  readonly aside: ReactNode
  readonly shown: number
  readonly more: boolean
  readonly busy: boolean
  readonly children: ReactNode
}

/** The questions of one direction; where there are none, how one comes about. */
export function QuestionsSection({ of, aside, shown, more, busy, children }: QuestionsSectionProps) {
  const { say, figures } = useLanguage()
  return (
    <Section heading={say(`questions.${of}`)} aside={aside} busy={busy}>
      {shown === 0 ? (
        <div className={states.state}>
          <p>{say(`questions.${of}_none`)}</p>
          <p className={states.more}>{say(`questions.${of}_how`)}</p>
        </div>
      ) : (
        <ol className={styles.list}>{children}</ol>
      )}
      {more && <p className={styles.more}>{say(`questions.${of}_more`, { figure: figures.count(shown) })}</p>}
    </Section>
  )
}
