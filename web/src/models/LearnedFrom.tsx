import type { ModelSummary } from '@proofmark/contract/schemas/model'
import { Section } from '../common/Section.tsx'
import tables from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import { usePairName } from './usePairName.ts'

type Rows = NonNullable<ModelSummary['learned']>['from']
const COLUMNS = ['records', 'candidates', 'same', 'taught', 'random'] as const

/** From how much a model was learned, by pair of kinds of source. */
export function LearnedFrom({ rows }: { readonly rows: Rows }) {
  const { say, figures } = useLanguage()
  const nameOf = usePairName()
  return (
    <Section heading={say('models.from')}>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{say('models.pair')}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={tables.number}>
                {say(`models.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.pair}>
              <th scope="row">{nameOf(row.pair)}</th>
              {COLUMNS.map((column) => (
                <td key={column} className={tables.number} data-label={say(`models.${column}`)}>
                  {figures.count(row[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
