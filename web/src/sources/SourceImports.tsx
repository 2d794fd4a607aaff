import { useCallback } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import tables from '../common/Table.module.css'
import { api } from '../frame/api.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'

/** The rest stands on the page of imports. */
const SHOWN = 5

/** How the records of a source came in, the last first. */
export function SourceImports({ source }: { readonly source: string }) {
  const { say, figures } = useLanguage()
  const [asked, again] = useAsked(
    useCallback((signal: AbortSignal) => api('importList', undefined, { source }, signal), [source]),
  )
  return (
    <Section
      heading={say('sources.imports')}
      aside={<Go to="/imports">{say('sources.imports_all')}</Go>}
      busy={asked.kind === 'asking'}
    >
      {asked.kind === 'asking' && <Bars id="sources.asking" />}
      {asked.kind === 'failed' && <Failed error={asked.error} onAgain={again} />}
      {asked.kind === 'answered' && asked.answer.imports.length === 0 && (
        <p className={states.more}>{say('sources.imports_none')}</p>
      )}
      {asked.kind === 'answered' && asked.answer.imports.length > 0 && (
        <table className={tables.table}>
          <thead className="unseen">
            <tr>
              {(['last', 'import_file', 'import_came'] as const).map((column) => (
                <th key={column} scope="col">
                  {say(`sources.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {asked.answer.imports.slice(0, SHOWN).map((each) => (
              <tr key={each.import}>
                <td data-label={say('sources.last')}>{figures.moment(each.finishedAt ?? each.startedAt)}</td>
                <th scope="row" data-label={say('sources.import_file')}>
                  <Go to={`/imports/${each.import}`}>
                    <bdi>{each.file ?? say('sources.by_hand')}</bdi>
                  </Go>
                </th>
                <td data-label={say('sources.import_came')}>
                  {say('sources.import_rows', {
                    accepted: figures.count(each.accepted),
                    rows: figures.count(each.rows),
                  })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
