import type { Source } from '@proofmark/contract/schemas/source'
import { Facts } from '../common/Facts.tsx'
import tables from '../common/Table.module.css'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'

const COLUMNS = ['name', 'kind', 'agency', 'visible', 'handled', 'records', 'last', 'kept'] as const

/** One line a source: what it is, who sees it, how it is handled and kept, how much stands in it. */
export function SourceTable({ sources }: { readonly sources: readonly Source[] }) {
  const { say } = useLanguage()
  const ownFirst = [...sources.filter(({ own }) => own), ...sources.filter(({ own }) => !own)]
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={column === 'records' ? tables.number : undefined}>
              {say(`sources.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ownFirst.map((source) => (
          <SourceRow key={source.id} source={source} />
        ))}
      </tbody>
    </table>
  )
}

function SourceRow({ source }: { readonly source: Source }) {
  const { say, figures } = useLanguage()
  const { lastImport, retentionYears, reviewYears } = source
  return (
    <tr>
      <th scope="row" data-label={say('sources.name')}>
        <Go to={`/sources/${source.id}`}>
          <bdi>{source.name}</bdi>
        </Go>
      </th>
      <td data-label={say('sources.kind')}>{say(`word.source_kind.${source.kind}`)}</td>
      <td data-label={say('sources.agency')}>
        <bdi>{source.agency}</bdi>
      </td>
      <td data-label={say('sources.visible')}>{say(`sources.visibility.${source.visibility}`)}</td>
      <td data-label={say('sources.handled')}>{say(`sources.handling.${source.handling}`)}</td>
      <td data-label={say('sources.records')} className={tables.number}>
        {figures.count(source.records)}
      </td>
      <td data-label={say('sources.last')}>
        {lastImport ? (
          figures.moment(lastImport.at)
        ) : (
          <span className={tables.quiet}>{say(source.own ? 'sources.never' : 'sources.not_told')}</span>
        )}
      </td>
      <td data-label={say('sources.kept')}>
        <span>
          <Facts>
            {[
              source.fourEyes && say('sources.four_eyes'),
              retentionYears !== null &&
                say('sources.retention', { count: retentionYears, figure: figures.count(retentionYears) }),
              say('sources.review', { count: reviewYears, figure: figures.count(reviewYears) }),
            ].filter((fact) => fact !== false)}
          </Facts>
        </span>
      </td>
    </tr>
  )
}
