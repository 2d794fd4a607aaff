import type { ImportSummary } from '@proofmark/contract/schemas/import'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { itemFacts, itemName } from '../common/item.tsx'
import { numbered } from '../common/numbered.ts'
import tables from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import { Mark } from '../mark/Mark.tsx'
import styles from './SampleTable.module.css'
import { Visible } from './Visible.tsx'

/** The first rows of a file: what stands in them beside the items that were read from it. */
export function SampleTable({ sample }: { readonly sample: ImportSummary['sample'] }) {
  const language = useLanguage()
  const { say, figures } = language
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{say('imports.back.row')}</th>
          <th scope="col">{say('record.as_stated')}</th>
          <th scope="col">{say('record.as_read')}</th>
        </tr>
      </thead>
      <tbody>
        {sample.map(({ row, stated, items }) => (
          <tr key={row}>
            <th scope="row" data-label={say('imports.back.row')}>
              {figures.count(row)}
            </th>
            <td data-label={say('record.as_stated')}>
              <dl className={styles.stated}>
                {Object.entries(stated).map(([column, value]) => (
                  <div key={column}>
                    <dt>
                      <Identifier mono>{column}</Identifier>
                    </dt>
                    <dd>
                      <Visible>{value}</Visible>
                    </dd>
                  </div>
                ))}
              </dl>
            </td>
            <td data-label={say('record.as_read')}>
              {items.length === 0 ? (
                <span className={tables.quiet}>{say('imports.sample_back')}</span>
              ) : (
                <ul className={styles.items}>
                  {numbered(items).map(({ place, value: item }) => (
                    <li key={place}>
                      <Mark mark={item.serial} size="text" />{' '}
                      {item.serial.characters.length > 0 && (
                        <span className={tables.quiet}>{say(`word.mark_state.${item.serial.state}`)}</span>
                      )}
                      <p>
                        <strong>{itemName(language, item)}</strong>
                      </p>
                      <p className={styles.facts}>
                        <Facts>{itemFacts(language, item)}</Facts>
                      </p>
                    </li>
                  ))}
                </ul>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
