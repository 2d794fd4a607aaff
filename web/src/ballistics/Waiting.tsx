import type { BallisticList } from '@proofmark/contract/schemas/ballistic'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Ballistics.module.css'

/** What waits for a second examiner. */
export function Waiting({ waiting }: Pick<BallisticList, 'waiting'>) {
  const { say, figures } = useLanguage()
  return (
    <Section heading={say('ballistic.page.waiting')} aside={figures.count(waiting.length)}>
      <p className={styles.told}>{say('ballistic.page.waiting_told')}</p>
      <ul className={styles.results}>
        {waiting.map(({ result, first, examiner, references }) => (
          <li key={result}>
            <Go to={`/ballistics/${first}`}>
              <Facts>
                {references.map((reference) => (
                  <Identifier key={reference} mono>
                    {reference}
                  </Identifier>
                ))}
              </Facts>
            </Go>
            <span className={styles.under}>
              {say('ballistic.page.examined_by')} <bdi>{examiner}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
