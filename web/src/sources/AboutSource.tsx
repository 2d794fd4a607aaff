import type { Session } from '@proofmark/contract/schemas/session'
import type { Source } from '@proofmark/contract/schemas/source'
import type { ReactNode } from 'react'
import { Plate } from '../common/Plate.tsx'
import { Section } from '../common/Section.tsx'
import { holdsOne, RECORDERS } from '../frame/desk-roles.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './AboutSource.module.css'
import { SourceImports } from './SourceImports.tsx'

interface AboutSourceProps {
  readonly source: Source
  readonly session: Session
}

/** What a source is and how it is kept; and to who may see them, how its records came in. */
export function AboutSource({ source, session }: AboutSourceProps) {
  const { say, figures } = useLanguage()
  const { retentionYears, reviewYears, lastImport } = source
  const years = (count: number) => say('sources.years', { count, figure: figures.count(count) })
  const plate: readonly (readonly [string, ReactNode])[] = [
    ['agency', <bdi key="agency">{source.agency}</bdi>],
    ['kind', say(`word.source_kind.${source.kind}`)],
    ['visible', say(`sources.visibility.${source.visibility}`)],
    ['handled', say(`sources.handling.${source.handling}`)],
    ['records', figures.count(source.records)],
    ['last', lastImport ? figures.day(lastImport.at) : say(source.own ? 'sources.never' : 'sources.not_told')],
    ['retention_years', retentionYears === null ? say('sources.by_law') : years(retentionYears)],
    ['review_years', years(reviewYears)],
  ]
  return (
    <>
      <Section heading={<bdi>{source.name}</bdi>} aside={source.own && say('sources.own')} ruled={false}>
        <Plate facts={plate.map(([name, value]) => [say(`sources.${name}`), value])} />
        {source.fourEyes && <p className={styles.more}>{say('sources.four_eyes_wanted')}</p>}
      </Section>
      {source.own && holdsOne(session, RECORDERS) && <SourceImports source={source.name} />}
    </>
  )
}
