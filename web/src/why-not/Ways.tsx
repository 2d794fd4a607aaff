import type { WhyNotAnswer } from '@proofmark/contract/schemas/why-not'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './WhyNotPage.module.css'

/** From each of the two: which path leads to the other, and what was left out on it. */
export function Ways({ answer }: { readonly answer: WhyNotAnswer }) {
  const { say } = useLanguage()
  return (
    <Section heading={say('why_not.paths')}>
      <div className={styles.ends}>
        {answer.ways.map(({ from, found, lines }) => (
          <div key={from} className={styles.way}>
            <h3>
              <Sentence
                id="why_not.from"
                nodes={{
                  source: <bdi>{answer[from].source}</bdi>,
                  key: <Identifier mono>{answer[from].key}</Identifier>,
                }}
              />
            </h3>
            <p className={found ? styles.led : styles.missed}>{say(found ? 'why_not.led' : 'why_not.did_not_lead')}</p>
            <ul className={styles.lines}>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  )
}
