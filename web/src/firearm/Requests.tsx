import type { LifeShow } from '@proofmark/contract/schemas/life'
import { Facts } from '../common/Facts.tsx'
import { Section } from '../common/Section.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Requests.module.css'

/** Requests of the reader's agency about this firearm, the last first, with how each stands and what is due next. */
export function Requests({ traces }: Pick<LifeShow, 'traces'>) {
  const { say, figures } = useLanguage()
  if (traces.length === 0) return null
  return (
    <Section heading={say('firearm.requests')} aside={figures.count(traces.length)}>
      <ul className={styles.list}>
        {traces.map(({ id, direction, said, partner, country, openedAt, due }) => (
          <li key={id}>
            <p className={styles.request}>
              <Go to={`/traces/${id}`}>{said}</Go>
              <span>
                <Facts>
                  {[
                    say(`firearm.request.${direction}`),
                    (partner ?? country) && <bdi key="with">{partner ?? country}</bdi>,
                    figures.day(openedAt),
                  ]}
                </Facts>
              </span>
              {due && (
                <span className={due.over ? styles.over : undefined}>
                  <Facts>{[due.said, figures.day(due.due), due.over ? say('firearm.request_late') : null]}</Facts>
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
