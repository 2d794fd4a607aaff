import type { DeliveryItem } from '@proofmark/contract/schemas/partner'
import { numbered } from '../common/numbered.ts'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { addressOfMessages } from './filter.ts'
import { KindWords } from './KindWords.tsx'

interface DeliveryRecordProps {
  readonly deliveries: readonly DeliveryItem[]
  readonly partner: string
}

/** What became of messages to and from a partner, attempt by attempt, each with its reason. */
export function DeliveryRecord({ deliveries, partner }: DeliveryRecordProps) {
  const { say, figures } = useLanguage()
  const column = (name: string) => say(`exchange.page.column.${name}`)
  return (
    <Section
      heading={say('exchange.page.record')}
      aside={
        <Go to={addressOfMessages({ box: 'out', partner, kind: null, state: null })}>
          {say('exchange.page.its_messages')}
        </Go>
      }
    >
      {deliveries.length === 0 ? (
        <p>{say('exchange.page.record_empty')}</p>
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{column('at')}</th>
              <th scope="col">{column('direction')}</th>
              <th scope="col">{column('kind')}</th>
              <th scope="col">{column('reason')}</th>
              <th scope="col">{column('by')}</th>
            </tr>
          </thead>
          <tbody>
            {numbered(deliveries).map(({ place, value: { at, direction, kind, why, by } }) => (
              <tr key={place}>
                <td data-label={column('at')}>{figures.moment(at)}</td>
                <td data-label={column('direction')}>{say(`exchange.page.box.${direction}`)}</td>
                <td data-label={column('kind')}>{kind !== null && <KindWords kind={kind} />}</td>
                <td data-label={column('reason')}>{why}</td>
                <td data-label={column('by')}>{by === null ? say('exchange.page.by_itself') : <bdi>{by}</bdi>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
