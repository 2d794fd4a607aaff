import type { Source } from '@proofmark/contract/schemas/source'
import { HANDLING_CODES, SOURCE_VISIBILITIES } from '@proofmark/contract/source-words'
import tables from '../common/Table.module.css'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { byAgency } from './by-agency.ts'
import styles from './SourceTable.module.css'

const COLUMNS = ['name', 'kind', 'visible', 'handled', 'records', 'last', 'retention_years', 'review_years'] as const
const NUMBERS: ReadonlySet<string> = new Set(['records'])

/** One line a source, agency by agency: who sees it, how it is handled and kept, how much stands in it; then what the words mean. */
export function SourceTable({ sources }: { readonly sources: readonly Source[] }) {
  const { say } = useLanguage()
  return (
    <>
      <table className={`${tables.table} ${styles.table}`}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={NUMBERS.has(column) ? tables.number : undefined}>
                {say(`sources.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {byAgency(sources).map(({ agency, own, sources: kept }) => (
          <tbody key={agency}>
            <tr className={styles.agency}>
              <th colSpan={COLUMNS.length} scope="rowgroup">
                <bdi>{agency}</bdi>
                {own && <span className={styles.own}> {say('sources.own')}</span>}
              </th>
            </tr>
            {kept.map((source) => (
              <SourceRow key={source.id} source={source} />
            ))}
          </tbody>
        ))}
      </table>
      <Meanings sources={sources} />
    </>
  )
}

function SourceRow({ source }: { readonly source: Source }) {
  const { say, figures } = useLanguage()
  const { lastImport, retentionYears, reviewYears } = source
  const years = (count: number) => say('sources.years', { count, figure: figures.count(count) })
  return (
    <tr>
      <th scope="row" data-label={say('sources.name')}>
        <span>
          <Go to={`/sources/${source.id}`}>
            <bdi>{source.name}</bdi>
          </Go>
          {source.fourEyes && <span className={styles.more}>{say('sources.four_eyes')}</span>}
        </span>
      </th>
      <td data-label={say('sources.kind')}>{say(`word.source_kind.${source.kind}`)}</td>
      <td data-label={say('sources.visible')}>{say(`sources.visibility_word.${source.visibility}`)}</td>
      <td data-label={say('sources.handled')}>
        <bdi>{source.handling}</bdi>
      </td>
      <td data-label={say('sources.records')} className={tables.number}>
        {figures.count(source.records)}
      </td>
      <td data-label={say('sources.last')} className={styles.whole}>
        {lastImport ? (
          figures.day(lastImport.at)
        ) : (
          <span className={tables.quiet}>{say(source.own ? 'sources.never' : 'sources.not_told')}</span>
        )}
      </td>
      <td data-label={say('sources.retention_years')}>
        {retentionYears === null ? (
          <span className={tables.quiet}>{say('sources.by_law')}</span>
        ) : (
          years(retentionYears)
        )}
      </td>
      <td data-label={say('sources.review_years')}>{years(reviewYears)}</td>
    </tr>
  )
}

/** What the words of the columns mean, as far as they occur. */
function Meanings({ sources }: { readonly sources: readonly Source[] }) {
  const { say } = useLanguage()
  const visibilities = SOURCE_VISIBILITIES.filter((word) => sources.some(({ visibility }) => visibility === word))
  const codes = HANDLING_CODES.filter((code) => sources.some(({ handling }) => handling === code))
  return (
    <dl className={styles.meanings}>
      <div>
        <dt>{say('sources.visible')}</dt>
        {visibilities.map((word) => (
          <dd key={word}>{say(`sources.visibility.${word}`)}</dd>
        ))}
      </div>
      <div>
        <dt>{say('sources.handled')}</dt>
        {codes.map((code) => (
          <dd key={code}>{say(`sources.handling.${code}`)}</dd>
        ))}
      </div>
      <div>
        <dt>{say('sources.review_years')}</dt>
        <dd>{say('sources.review_means')}</dd>
      </div>
    </dl>
  )
}
