import type { DeliveryItem } from '@proofmark/contract/schemas/partner'
import { Identifier } from '../common/Identifier.tsx'
import { numbered } from '../common/numbered.ts'
import table from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'
import type { Message } from './message.ts'

interface MessageHistoryProps {
  readonly message: Message
  readonly history: readonly DeliveryItem[]
}

/** What became of a message at each attempt, and by what it is proved: its hash and its receipt. */
export function MessageHistory({ message: { box, item }, history }: MessageHistoryProps) {
  const { say, figures } = useLanguage()
  const column = (name: string) => say(`exchange.page.column.${name}`)
  return (
    <div>
      {history.length === 0 ? (
        <p>{say('exchange.page.no_history')}</p>
      ) : (
        <table className={table.table}>
          <caption className="unseen">{say('exchange.page.history')}</caption>
          <thead>
            <tr>
              <th scope="col">{column('at')}</th>
              <th scope="col">{column('reason')}</th>
              <th scope="col">{column('by')}</th>
            </tr>
          </thead>
          <tbody>
            {numbered(history).map(({ place, value: { at, why, by } }) => (
              <tr key={place}>
                <td data-label={column('at')}>{figures.moment(at)}</td>
                <td data-label={column('reason')}>{why}</td>
                <td data-label={column('by')}>{by === null ? say('exchange.page.by_itself') : <bdi>{by}</bdi>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl className={`${styles.facts} ${styles.after}`}>
        <dt>{say('exchange.page.identifier')}</dt>
        <dd>
          <Identifier mono>{item.message}</Identifier>
        </dd>
        <dt>{say('exchange.page.hash')}</dt>
        <dd>
          <Identifier mono>{item.hash}</Identifier>{' '}
          {say('exchange.page.bytes', { count: item.bytes, figure: figures.count(item.bytes) })}
        </dd>
        <dt>{say(`exchange.page.receipt.${box}`)}</dt>
        <dd>
          {item.receipt === null ? say('exchange.page.no_receipt') : <Identifier mono>{item.receipt}</Identifier>}
        </dd>
      </dl>
    </div>
  )
}
