import type { ReviewList, ReviewPair } from '@proofmark/contract/schemas/review'
import type { ReactNode } from 'react'
import { Button } from '../common/Button.tsx'
import { Figure } from '../common/Figure.tsx'
import { numbered } from '../common/numbered.ts'
import { Section } from '../common/Section.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Mark } from '../mark/Mark.tsx'
import styles from './Queue.module.css'

interface QueueProps {
  readonly list: ReviewList
  /** Which pair lies on the desk. */
  readonly place: number
  readonly busy: boolean
  readonly onOpen: (place: number) => void
  readonly onMore: () => void
  readonly onAgain: () => void
  readonly children: ReactNode
}

/** What waits, by what a decision is worth. */
export function Queue({ list, place, busy, onOpen, onMore, onAgain, children }: QueueProps) {
  const { say, figures } = useLanguage()
  const { count, more, whole, pairs, next } = list
  const figure = figures.count(count)
  return (
    <div className={styles.queue}>
      <Section
        heading={say('review.queue')}
        aside={more ? say('review.count_more', { figure }) : say('review.count', { count, figure })}
      >
        <details className={styles.filters}>
          <summary>{say('review.filters')}</summary>
          {children}
        </details>
        {!whole && (
          <p className={styles.note}>
            {say('review.not_whole')}{' '}
            <Button weight="word" onClick={onAgain}>
              {say('review.look_on')}
            </Button>
          </p>
        )}
        <ol className={styles.list}>
          {numbered(pairs).map(({ place: at, value }) => (
            <li key={`${value.one.record} ${value.other.record}`}>
              <Queued pair={value} current={at === place} onOpen={() => onOpen(at)} />
            </li>
          ))}
        </ol>
        {next && (
          <p className={styles.note}>
            <Button weight="word" aria-disabled={busy} onClick={onMore}>
              {say('review.more')}
            </Button>
          </p>
        )}
      </Section>
    </div>
  )
}

interface QueuedProps {
  readonly pair: ReviewPair
  readonly current: boolean
  readonly onOpen: () => void
}

function Queued({ pair: { kind, probability, one, other, assigned }, current, onOpen }: QueuedProps) {
  const { say, figures } = useLanguage()
  const shown = one.read.serial.characters.length > 0 ? one : other
  return (
    <button type="button" className={styles.queued} aria-current={current ? 'true' : undefined} onClick={onOpen}>
      <span className={styles.probability}>
        <span className="unseen">{say('firearm.probability')} </span>
        <Figure>{figures.probability(probability)}</Figure>
      </span>
      <span className={styles.what}>
        <Mark mark={shown.read.serial} size="text" />
        <span className={styles.label}>
          <bdi>{one.source}</bdi> / <bdi>{other.source}</bdi>
        </span>
        {(kind !== 'undecided' || assigned) && (
          <span className={styles.label}>
            {kind !== 'undecided' && say(`review.kind.${kind}`)} {assigned && <bdi>{assigned.name}</bdi>}
          </span>
        )}
      </span>
    </button>
  )
}
