import { MEASURES } from '@proofmark/contract/quality-words'
import type { SourceQuality } from '@proofmark/contract/schemas/quality'
import { useCallback } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { Figure } from '../common/Figure.tsx'
import { Section } from '../common/Section.tsx'
import tables from '../common/Table.module.css'
import { api } from '../frame/api.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { GROUNDS } from './grounds.ts'
import styles from './QualityPage.module.css'

/** How each source records, and since when otherwise. */
export function Recording() {
  const { say } = useLanguage()
  const ask = useCallback((signal: AbortSignal) => api('sourceQuality', { grounds: GROUNDS }, {}, signal), [])
  const [asked, again] = useAsked(ask)
  return (
    <Section heading={say('quality.recording')} busy={asked.kind === 'asking'}>
      <p className={styles.how}>{say('quality.recording_how')}</p>
      {asked.kind === 'asking' && <Bars id="quality.asking" />}
      {asked.kind === 'failed' && <Failed error={asked.error} onAgain={again} kept={false} />}
      {asked.kind === 'answered' && <Sources sources={asked.answer.sources} />}
    </Section>
  )
}

const SHARES = MEASURES.filter((measure) => measure !== 'serial_length')

function Sources({ sources }: { readonly sources: readonly SourceQuality[] }) {
  const { say } = useLanguage()
  return (
    <table className={`${tables.table} ${tables.compact}`}>
      <caption className="unseen">{say('quality.recording')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('quality.source')}</th>
          <th scope="col" className={tables.number}>
            {say('quality.records')}
          </th>
          {SHARES.map((measure) => (
            <th key={measure} scope="col" className={tables.number}>
              {say(`quality.measure.${measure}`)}
            </th>
          ))}
          <th scope="col">{say('quality.lengths')}</th>
        </tr>
      </thead>
      {sources.map((source) => (
        <Source key={source.sourceId} source={source} />
      ))}
    </table>
  )
}

function Source({ source: shown }: { readonly source: SourceQuality }) {
  const { say, figures } = useLanguage()
  const { source, sourceId, agency, records, shares, lengths, notes, changes } = shown
  const said = [...notes, ...changes.map(({ text }) => text)]
  const shareOf = (measure: string) => shares.find((each) => each.measure === measure)
  return (
    <tbody>
      <tr className={said.length > 0 ? styles.noted : undefined}>
        <th scope="row">
          <Go to={`/sources/${sourceId}`}>
            <bdi>{source}</bdi>
          </Go>
          <br />
          <span className={styles.quiet}>
            <bdi>{agency}</bdi>
          </span>
        </th>
        <td className={tables.number} data-label={say('quality.records')}>
          <Figure>{figures.count(records)}</Figure>
        </td>
        {SHARES.map((measure) => {
          const share = shareOf(measure)
          return (
            <td key={measure} className={tables.number} data-label={say(`quality.measure.${measure}`)}>
              {share && <Figure>{figures.percent(share.share)}</Figure>}
            </td>
          )
        })}
        <td data-label={say('quality.lengths')}>
          <Facts>
            {lengths
              .filter(({ share }) => share >= 0.05)
              .map(({ length, share }) => (
                <Figure key={length}>{say('quality.length', { length, share: figures.percent(share) })}</Figure>
              ))}
          </Facts>
        </td>
      </tr>
      {said.length > 0 && (
        <tr>
          <td colSpan={SHARES.length + 3}>
            <ul className={styles.notes}>
              {said.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </tbody>
  )
}
