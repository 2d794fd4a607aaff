import type { Operation, OperationList } from '@proofmark/contract/schemas/deconfliction'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import tables from '../common/Table.module.css'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { Contacts } from './Contacts.tsx'
import styles from './Deconfliction.module.css'
import { GROUNDS } from './grounds.ts'

interface OperationDaysProps extends OperationList {
  readonly onChanged: () => void
  /** The reader wants to change this one. */
  readonly onChange: (operation: Operation) => void
}

/** The operations of the reader's cases, under the day on which each begins. */
export function OperationDays({ operations, more, onChanged, onChange }: OperationDaysProps) {
  const { say, figures } = useLanguage()
  const doing = useDoing()
  const days = Map.groupBy(operations, ({ from }) => figures.day(from))
  const withdraw = (operation: string) =>
    doing.act(async () => {
      await api('operationWithdraw', { operation, grounds: GROUNDS })
      onChanged()
    })
  return (
    <Section heading={say('operation.page.list')} aside={figures.count(operations.length)} busy={doing.busy}>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      {operations.length === 0 && <p className={styles.told}>{say('operation.page.list_none')}</p>}
      {[...days].map(([day, those]) => (
        <Day key={day} day={day} operations={those} busy={doing.busy} onWithdraw={withdraw} onChange={onChange} />
      ))}
      {more && <p className={styles.told}>{say('deconfliction.page.more')}</p>}
    </Section>
  )
}

interface DayProps {
  readonly day: string
  readonly operations: readonly Operation[]
  readonly busy: boolean
  readonly onWithdraw: (operation: string) => void
  readonly onChange: (operation: Operation) => void
}

function Day({ day, operations, busy, onWithdraw, onChange }: DayProps) {
  const { say, figures } = useLanguage()
  const column = (name: string) => say(`operation.page.column.${name}`)
  return (
    <>
      <h3 className={styles.day}>{day}</h3>
      <table className={`${tables.table} ${styles.aligned}`}>
        <caption className="unseen">{day}</caption>
        <thead>
          <tr>
            <th scope="col">{column('time')}</th>
            <th scope="col">{say('deconfliction.page.column.what')}</th>
            <th scope="col">{column('place')}</th>
            <th scope="col">{column('call')}</th>
            <th scope="col">{column('state')}</th>
          </tr>
        </thead>
        <tbody>
          {operations.map((operation) => (
            <tr key={operation.id}>
              <th scope="row" data-label={column('time')}>
                <span>{figures.moments(operation)}</span>
              </th>
              <td data-label={say('deconfliction.page.column.what')}>
                <div>
                  {say(`operation.kind.${operation.kind}`)}
                  <span className={styles.under}>
                    <bdi>{operation.case.reference}</bdi>
                  </span>
                </div>
              </td>
              <td data-label={column('place')}>
                <Place operation={operation} />
              </td>
              <td data-label={column('call')}>
                <Contacts met={operation.met} />
              </td>
              <td data-label={column('state')}>
                <div>
                  {say(`operation.state.${operation.state}`)}
                  {operation.state === 'planned' && (
                    <span className={styles.acts}>
                      <Button
                        weight="word"
                        aria-label={say('operation.page.change_of', { when: figures.moment(operation.from) })}
                        aria-disabled={busy}
                        onClick={() => onChange(operation)}
                      >
                        {say('operation.page.change_word')}
                      </Button>
                      <Button
                        weight="word"
                        aria-label={say('operation.page.withdraw_of', { when: figures.moment(operation.from) })}
                        aria-disabled={busy}
                        onClick={() => onWithdraw(operation.id)}
                      >
                        {say('deconfliction.page.withdraw')}
                      </Button>
                    </span>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Place({ operation: { place, point } }: { readonly operation: Operation }) {
  const { say, figures } = useLanguage()
  if (place === null && point === null) return <span className={tables.quiet}>{say('operation.page.forgotten')}</span>
  return (
    <div>
      {place !== null && <bdi>{place}</bdi>}
      {point !== null && (
        <span className={styles.under}>
          {say('operation.page.point', {
            latitude: String(point.latitude),
            longitude: String(point.longitude),
            radius: figures.count(point.radius),
          })}
        </span>
      )}
    </div>
  )
}
