import type { ListedAgency } from '@proofmark/contract/schemas/agency'
import type { Source } from '@proofmark/contract/schemas/source'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './AgenciesPage.module.css'

interface AgencyRowProps {
  readonly agency: ListedAgency
  readonly own: boolean
  /** Those of it that the reader may see; null for a reader who sees no source at all. */
  readonly sources: readonly Source[] | null
  /** What the reader may change of it; null where nothing. */
  readonly change: ReactNode
}

/** One agency: whom to ask there, who oversees it, and what of its sources the reader may see. */
export function AgencyRow({ agency, own, sources, change }: AgencyRowProps) {
  const { say, figures } = useLanguage()
  const id = useId()
  const [open, setOpen] = useState(false)
  const { name, desk, overseer, people } = agency
  return (
    <article className={sources ? styles.row : `${styles.row} ${styles.bare}`} aria-labelledby={`${id}-name`}>
      <div>
        <h3 id={`${id}-name`} className={styles.name}>
          <bdi>{name}</bdi>
        </h3>
        {own && <p className={styles.more}>{say('agencies.own')}</p>}
        {people !== null && (
          <p className={styles.more}>{say('agencies.people', { count: people, figure: figures.count(people) })}</p>
        )}
      </div>
      <dl className={styles.facts}>
        <dt>{say('agencies.desk')}</dt>
        <dd>
          <bdi>{desk}</bdi>
        </dd>
        <dt>{say('agencies.oversight')}</dt>
        <dd className={overseer === null ? styles.more : undefined}>
          {overseer === null ? say('agencies.nobody') : <bdi>{overseer}</bdi>}
        </dd>
      </dl>
      {sources && <Sources sources={sources} />}
      {change && (
        <>
          <p className={styles.action}>
            <Button
              weight="word"
              aria-expanded={open}
              aria-controls={open ? `${id}-change` : undefined}
              aria-label={say('agencies.change_one', { agency: name })}
              onClick={() => setOpen(!open)}
            >
              {say('agencies.change')}
            </Button>
          </p>
          {open && (
            <div id={`${id}-change`} className={styles.wide}>
              {change}
            </div>
          )}
        </>
      )}
    </article>
  )
}

function Sources({ sources }: { readonly sources: readonly Source[] }) {
  const { say } = useLanguage()
  if (sources.length === 0) return <p className={styles.more}>{say('agencies.no_source')}</p>
  return (
    <ul className={styles.sources}>
      {sources.map(({ id, name, kind, visibility }) => (
        <li key={id}>
          <Go to={`/sources/${id}`}>
            <bdi>{name}</bdi>
          </Go>{' '}
          <span className={styles.more}>
            <Facts>{[say(`word.source_kind.${kind}`), say(`agencies.visibility.${visibility}`)]}</Facts>
          </span>
        </li>
      ))}
    </ul>
  )
}
