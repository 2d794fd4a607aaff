import type { Grounds } from '@proofmark/contract/schemas/common'
import type { RefObject } from 'react'
import { Section } from '../../common/Section.tsx'
import states from '../../common/State.module.css'
import { useLanguage } from '../../frame/language.tsx'
import type { Firearm } from '../useFirearm.ts'
import styles from './Matches.module.css'
import { MatchRow } from './MatchRow.tsx'
import { standingOf } from './standing.ts'
import type { Ends } from './useJudging.ts'

interface MatchesProps {
  readonly firearm: Firearm
  readonly grounds: Grounds
  readonly mayJudge: boolean
  readonly onChanged: () => Promise<void>
  readonly heading: RefObject<HTMLDivElement | null>
}

/** Which of two records is judged the part: by the life, the one whose number stands on it. */
function partFirst({ record: own, life }: Firearm, other: string): Ends {
  const isPartOfOther = life.components.some(({ record, direction }) => record === other && direction === 'borne')
  return isPartOfOther ? { record: own.record, other } : { record: other, other: own.record }
}

/** The records that may be of one firearm with the one that the page is addressed by, and why. */
export function Matches({ firearm, grounds, mayJudge, onChanged, heading }: MatchesProps) {
  const { say, figures } = useLanguage()
  const { life, matches, record } = firearm
  const twice = new Set(
    life.findings
      .filter(({ rule }) => rule === 'listed_twice')
      .flatMap(({ records }) => records.map((each) => each.record)),
  )
  const count = matches.length
  return (
    <div ref={heading} tabIndex={-1} className={styles.matches}>
      <Section
        heading={say('firearm.matches')}
        aside={say('firearm.matches_count', { count, figure: figures.count(count) })}
      >
        {count === 0 ? (
          <p className={states.more}>{say('firearm.matches_none')}</p>
        ) : (
          <>
            <p className={states.more}>{say(mayJudge ? 'firearm.matches_how' : 'firearm.matches_closed')}</p>
            <ol className={styles.list}>
              {matches.map((match) => (
                <li key={match.record}>
                  <MatchRow
                    match={match}
                    standing={standingOf(match, twice)}
                    own={record}
                    partFirst={partFirst(firearm, match.record)}
                    grounds={grounds}
                    mayJudge={mayJudge}
                    onChanged={onChanged}
                  />
                </li>
              ))}
            </ol>
          </>
        )}
      </Section>
    </div>
  )
}
