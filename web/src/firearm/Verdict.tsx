import type { RefObject } from 'react'
import { Button } from '../common/Button.tsx'
import { Section } from '../common/Section.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Diversion } from './Diversion.tsx'
import { linksOf } from './links.ts'
import type { Firearm } from './useFirearm.ts'
import styles from './Verdict.module.css'

interface VerdictProps {
  readonly firearm: Firearm
  readonly windows: RefObject<(HTMLElement | null)[]>
  readonly onWhy: () => void
}

/** The answer in words, before anything is drawn: how it stands, and where it left lawful hands. */
export function Verdict({ firearm: { life, matches }, windows, onWhy }: VerdictProps) {
  const { say, figures } = useLanguage()
  const { diversions, status } = life
  const links = linksOf(life)
  return (
    <Section heading={say(`firearm.status.${status}`)} ruled={false}>
      <div className={styles.verdict}>
        <div className={styles.windows}>
          {diversions.map((diversion, index) => (
            <Diversion
              key={`${diversion.from} ${diversion.to} ${diversion.kind}`}
              ref={(element) => {
                windows.current[index] = element
              }}
              diversion={diversion}
              life={life}
            />
          ))}
          {diversions.length === 0 && <p className={styles.none}>{say(`firearm.status_means.${status}`)}</p>}
        </div>
        {(diversions.length > 0 || links.working > 0 || matches.length > 0) && (
          <div className={styles.note}>
            {diversions.length > 0 && <p>{say(`firearm.status_means.${status}`)}</p>}
            {links.working > 0 && (
              <p>
                <strong>{say(`firearm.partial.${links.kind === 'mixed' ? 'some' : 'all'}`)}</strong>{' '}
                {say('firearm.working_means')}
              </p>
            )}
            {matches.length > 0 && (
              <p>
                <Button weight="word" onClick={onWhy}>
                  {say('firearm.why_these', { count: matches.length, figure: figures.count(matches.length) })}
                </Button>
              </p>
            )}
          </div>
        )}
      </div>
    </Section>
  )
}
