import type { WhyNotAnswer } from '@proofmark/contract/schemas/why-not'
import { Facts } from '../common/Facts.tsx'
import { Figure } from '../common/Figure.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { itemFacts, itemName } from '../common/item.tsx'
import { Section } from '../common/Section.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Mark } from '../mark/Mark.tsx'
import styles from './WhyNotPage.module.css'

/** Which other records compete for the place beside either of the two. */
export function Rivals({ answer }: { readonly answer: WhyNotAnswer }) {
  const language = useLanguage()
  const { say, figures } = language
  const sides = (['record', 'other'] as const).map((side) => ({
    side,
    rivals: answer.rivals.filter(({ beside }) => beside === side),
  }))
  return (
    <Section heading={say('why_not.rivals')}>
      {answer.rivals.length === 0 && <p className={styles.how}>{say('why_not.no_rivals')}</p>}
      {sides.map(
        ({ side, rivals }) =>
          rivals.length > 0 && (
            <div key={side} className={styles.way}>
              <h3>
                <Sentence
                  id="why_not.beside"
                  nodes={{
                    source: <bdi>{answer[side].source}</bdi>,
                    key: <Identifier mono>{answer[side].key}</Identifier>,
                  }}
                />
              </h3>
              <ol className={styles.rivals}>
                {rivals.map(({ record, source, key, read, bits, probability }) => (
                  <li key={record}>
                    <span className={styles.weight}>
                      <Figure>{figures.bits(bits)}</Figure> <Figure>{figures.probability(probability)}</Figure>
                    </span>
                    <span>
                      <Go to={`/records/${record}`}>{itemName(language, read)}</Go>{' '}
                      <Mark mark={read.serial} size="text" />
                      <br />
                      <span className={styles.facts}>
                        <Facts>
                          {[
                            ...itemFacts(language, read),
                            source,
                            <Identifier key="key" mono>
                              {key}
                            </Identifier>,
                          ]}
                        </Facts>
                      </span>
                    </span>
                  </li>
                ))}
              </ol>
            </div>
          ),
      )}
    </Section>
  )
}
