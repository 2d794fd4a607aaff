import { READERS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import type { Source } from '@proofmark/contract/schemas/source'
import { useCallback, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import { Sentence } from '../common/Sentence.tsx'
import states from '../common/State.module.css'
import { api } from '../frame/api.ts'
import { holdsOne, STEWARDS } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { AddSource } from './AddSource.tsx'
import { SOURCES_CATALOGUE } from './catalogue.ts'
import { ListedSources } from './ListedSources.tsx'
import styles from './SourcesPage.module.css'

/** The sources that the reader may see, their own agency's first; a data steward adds one here. */
export default function SourcesPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, READERS))
    return <Forbidden page={say('common.page.sources')} session={session} roles={READERS} />
  return (
    <DeskLanguage catalogue={SOURCES_CATALOGUE}>
      <Sources session={session} />
    </DeskLanguage>
  )
}

function Sources({ session }: { readonly session: Session }) {
  const { say, figures } = useLanguage()
  const [asked, again] = useAsked(useCallback((signal: AbortSignal) => api('sourceList', undefined, {}, signal), []))
  const [adding, setAdding] = useState(false)
  const [added, setAdded] = useState<string | null>(null)
  const steward = holdsOne(session, STEWARDS) && session.agency !== null
  const sources = asked.kind === 'answered' ? asked.answer.sources : null
  return (
    <div className={styles.page}>
      <Section
        heading={say('common.page.sources')}
        ruled={false}
        aside={sources && say('sources.count', { count: sources.length, figure: figures.count(sources.length) })}
        busy={asked.kind === 'asking'}
      >
        <p className={styles.back}>
          <Go to="/agencies">{say('sources.agencies')}</Go>
        </p>
        {asked.kind === 'asking' && <Bars id="sources.asking" />}
        {asked.kind === 'failed' && <Failed error={asked.error} onAgain={again} />}
        {sources && <Listed sources={sources} steward={steward} />}
        <p role="status" className={styles.added}>
          {added !== null && (
            <Sentence
              id="sources.added"
              nodes={{
                name: <bdi>{added}</bdi>,
                link: <Go to="/imports/new">{say('sources.added_go')}</Go>,
              }}
            />
          )}
        </p>
        {steward && !adding && <Button onClick={() => setAdding(true)}>{say('sources.add')}</Button>}
      </Section>
      {steward && adding && (
        <AddSource
          agency={session.agency ?? ''}
          onAdded={(name) => {
            setAdded(name)
            setAdding(false)
            again()
          }}
          onLeave={() => setAdding(false)}
        />
      )}
    </div>
  )
}

interface ListedProps {
  readonly sources: readonly Source[]
  readonly steward: boolean
}

function Listed({ sources, steward }: ListedProps) {
  const { say } = useLanguage()
  if (sources.length > 0) return <ListedSources sources={sources} />
  return (
    <div className={states.state}>
      <p>{say('sources.none')}</p>
      <p className={states.more}>{say(steward ? 'sources.none_steward' : 'sources.none_how')}</p>
    </div>
  )
}
