import type { SearchResult } from '@proofmark/contract/schemas/search'
import { Facts } from '../common/Facts.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Matched } from './Matched.tsx'
import styles from './SearchPage.module.css'

interface QuestionResultProps {
  readonly question: Extract<SearchResult, { readonly kind: 'question' }>
}

/** One question that the reader's agency asked others under such a reference: when, by whom, and of which record. */
export function QuestionResult({ question }: QuestionResultProps) {
  const { say, figures } = useLanguage()
  return (
    <article className={styles.result}>
      <p className={styles.when}>{figures.moment(question.askedAt)}</p>
      <div className={styles.what}>
        <h3>
          <Go to={`/records/${question.record}`}>{say('search.question_of')}</Go>
        </h3>
        <p className={styles.facts}>
          <Facts>{[question.askedBy, say(`word.basis.${question.basis}`)]}</Facts>
        </p>
      </div>
      <Matched matched={question.matched} />
    </article>
  )
}
