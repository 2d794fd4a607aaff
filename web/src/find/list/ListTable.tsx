import type { Candidate, ListedRow } from '@proofmark/contract/schemas/find'
import { Button } from '../../common/Button.tsx'
import { Facts } from '../../common/Facts.tsx'
import { Figure } from '../../common/Figure.tsx'
import { Identifier } from '../../common/Identifier.tsx'
import { itemName } from '../../common/item.tsx'
import tables from '../../common/Table.module.css'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { Mark } from '../../mark/Mark.tsx'
import { likelyWord } from '../likely.ts'
import styles from './ListTable.module.css'
import type { ShownRow } from './list-desk.ts'
import { outcomeOf } from './outcome.ts'

const COLUMNS = ['row', 'serial', 'best', 'probability', 'others', 'one'] as const

interface ListTableProps {
  readonly rows: readonly ShownRow[]
  readonly onOpen: (row: ShownRow) => void
}

/** Each row of a list: what it states, its best candidate, and the way to the search of that row alone. */
export function ListTable({ rows, onOpen }: ListTableProps) {
  const { say, figures } = useLanguage()
  const label = (column: (typeof COLUMNS)[number]) => say(`list.column.${column}`)
  return (
    <table className={`${tables.table} ${styles.list}`}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={styles[column]}>
              {label(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { answer, place } = row
          const [best] = answer.candidates
          return (
            <tr key={place}>
              <td data-label={label('row')} className={styles.row}>
                {figures.count(place)}
              </td>
              <th scope="row" data-label={label('serial')} className={styles.serial}>
                <div>
                  {answer.serial.trim() === '' ? say('list.blank') : <Identifier mono>{answer.serial}</Identifier>}
                  {answer.weak && <span className={styles.weak}>{say('list.weak')}</span>}
                </div>
              </th>
              <td data-label={label('best')} className={styles.best}>
                {best ? <Best candidate={best} /> : <Without answer={answer} />}
              </td>
              <td data-label={label('probability')} className={styles.probability}>
                {best && (
                  <div>
                    <Figure>{figures.probability(best.probability)}</Figure>{' '}
                    <span className={styles.word}>{say(`list.likely.${likelyWord(best.probability)}`)}</span>
                  </div>
                )}
              </td>
              <td data-label={label('others')} className={styles.others}>
                {best && figures.count(answer.candidates.length - 1 + answer.others)}
              </td>
              <td className={styles.one}>
                {answer.serial.trim() !== '' && (
                  <Button
                    weight="word"
                    aria-label={say('list.open_row', { serial: answer.serial })}
                    onClick={() => onOpen(row)}
                  >
                    {say('list.open')}
                  </Button>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Best({ candidate }: { readonly candidate: Candidate }) {
  const language = useLanguage()
  const { read, matched, record, source, key } = candidate
  return (
    <div>
      <p>
        <Go to={`/records/${record}`}>{itemName(language, read)}</Go>
      </p>
      <p>
        <Mark mark={matched} size="text" />
      </p>
      <p className={styles.source}>
        <Facts>
          {[
            source,
            <Identifier key="key" mono>
              {key}
            </Identifier>,
          ]}
        </Facts>
      </p>
    </div>
  )
}

/** Why a row has no candidate: nothing fits it, or it was not looked for. */
function Without({ answer }: { readonly answer: ListedRow }) {
  const { say } = useLanguage()
  if (outcomeOf(answer) === 'nothing') return <p className={styles.nothing}>{say('list.nothing')}</p>
  const why = answer.reason === 'no_number' ? 'list.not_stated' : 'list.not_enough'
  return (
    <p className={styles.not}>
      <strong>{say('list.not_searched')}</strong> {say(why)}
    </p>
  )
}
