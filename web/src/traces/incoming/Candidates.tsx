import type { TraceAnswerDraft } from '@proofmark/contract/schemas/trace-shown'
import { Figure } from '../../common/Figure.tsx'
import { Identifier } from '../../common/Identifier.tsx'
import { Section } from '../../common/Section.tsx'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from './Incoming.module.css'

/** Records of the reader's own agency that fit: what the draft of the answer is made of. */
export function Candidates({ own }: Pick<TraceAnswerDraft, 'own'>) {
  const { say, figures } = useLanguage()
  return (
    <Section heading={say('traces.page.candidates')} aside={figures.count(own.length)}>
      <p className={styles.told}>
        {say(own.length === 0 ? 'traces.page.no_candidates' : 'traces.page.candidates_told')}
      </p>
      <ol className={styles.list}>
        {own.map(({ record, source, key, probability }) => (
          <li key={record}>
            <Go to={`/firearms/${record}`}>
              <bdi>{source}</bdi> <Identifier mono>{key}</Identifier>
            </Go>
            <span className={styles.desk}>
              {say('traces.page.probability')} <Figure>{figures.probability(probability)}</Figure>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
