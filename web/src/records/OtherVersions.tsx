import type { RecordShow } from '@proofmark/contract/schemas/find'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import tables from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './OtherVersions.module.css'

/** What a record said otherwise than it stands, version by version, and how many more are kept. */
export function OtherVersions({ record }: { readonly record: RecordShow }) {
  const { say, figures } = useLanguage()
  const { otherVersions, versions } = record
  if (versions < 2) return null
  const more = versions - 1 - otherVersions.length
  return (
    <Section
      heading={say('record.other_versions')}
      aside={say('record.versions', { versions, figure: figures.count(versions) })}
    >
      <p className={states.more}>{say('record.other_versions_means')}</p>
      <ol className={styles.list}>
        {otherVersions.map(({ version, recordedAt, changes }) => (
          <li key={version}>
            <h3>{say('record.version_of', { at: figures.moment(recordedAt) })}</h3>
            {changes.length === 0 ? (
              <p className={states.more}>{say('record.same_row')}</p>
            ) : (
              <Changes changes={changes} />
            )}
          </li>
        ))}
      </ol>
      {more > 0 && (
        <p className={states.more}>{say('record.more_versions', { count: more, figure: figures.count(more) })}</p>
      )}
    </Section>
  )
}

type Changed = RecordShow['otherVersions'][number]['changes']

function Changes({ changes }: { readonly changes: Changed }) {
  const { say } = useLanguage()
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          {(['column', 'said', 'stands'] as const).map((column) => (
            <th key={column} scope="col">
              {say(`record.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map(({ column, said, stands }) => (
          <tr key={column}>
            <th scope="row" data-label={say('record.column')}>
              <Identifier mono>{column}</Identifier>
            </th>
            <td data-label={say('record.said')}>
              <Value value={said} />
            </td>
            <td data-label={say('record.stands')}>
              <Value value={stands} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Value({ value }: { readonly value: string | null }) {
  const { say } = useLanguage()
  if (value === null) return <span className={tables.quiet}>{say('record.no_column')}</span>
  return value === '' ? <span className={tables.quiet}>{say('record.blank')}</span> : <bdi>{value}</bdi>
}
