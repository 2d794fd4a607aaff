import type { GivenRelease } from '@proofmark/contract/schemas/release'
import { useId } from 'react'
import { Button } from '../common/Button.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Releases.module.css'

interface GivenReleasesProps {
  readonly releases: readonly GivenRelease[]
  /** Null for whoever may not withdraw them. */
  readonly onWithdraw: ((release: GivenRelease) => void) | null
  readonly busy: boolean
}

/** To whom a record is released, until when and on which terms. */
export function GivenReleases({ releases, onWithdraw, busy }: GivenReleasesProps) {
  const { say, figures } = useLanguage()
  const id = useId()
  if (releases.length === 0) return <p className={styles.none}>{say('releases.none')}</p>
  return (
    <ul className={styles.list}>
      {releases.map((release) => (
        <li key={release.release}>
          <div id={`${id}-${release.release}`}>
            <p className={styles.agency}>
              <bdi>{release.to}</bdi>
            </p>
            <p>{say('releases.last_day', { until: figures.span({ from: release.until, to: release.until }) ?? '' })}</p>
          </div>
          <div className={styles.terms}>
            {release.conditions.map((condition) => (
              <p key={condition}>{say(`word.release_condition.${condition}`)}</p>
            ))}
            {release.note !== null && (
              <p>
                <bdi>{release.note}</bdi>
              </p>
            )}
            {release.reference !== null && (
              <p>
                <Identifier mono>{release.reference}</Identifier>
              </p>
            )}
            {release.basis !== null && <p>{say(`word.basis.${release.basis}`)}</p>}
            <p className={styles.by}>
              <Sentence
                id="releases.by"
                parameters={{ at: figures.moment(release.at) }}
                nodes={{ by: <bdi>{release.by}</bdi> }}
              />
            </p>
          </div>
          {onWithdraw && (
            <Button
              aria-describedby={`${id}-${release.release}`}
              aria-disabled={busy}
              onClick={() => !busy && onWithdraw(release)}
            >
              {say('releases.withdraw')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
