import type { CustodyShown } from '@proofmark/contract/schemas/custody'
import { Identifier } from '../common/Identifier.tsx'
import table from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import { ExplainBreak } from './ExplainBreak.tsx'
import styles from './Recoveries.module.css'
import { Side } from './side.tsx'

interface CustodyTableProps {
  readonly shown: CustodyShown
  readonly onChanged: () => void
}

/** The chain as it was said, event by event: from whom to whom, how well attested, and where it is broken. */
export function CustodyTable({ shown, onChanged }: CustodyTableProps) {
  const { say, figures } = useLanguage()
  return (
    <table className={`${table.table} ${styles.chain}`}>
      <caption className="unseen">{say('field.custody.events')}</caption>
      <thead>
        <tr>
          {['number', 'purpose', 'from', 'to', 'at', 'seal', 'grade'].map((column) => (
            <th key={column} scope="col">
              {say(`field.custody.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.events.map((event) => {
          const breaks = shown.breaks.filter((each) => each.event === event.event)
          return (
            <tr key={event.event} data-event={event.purpose}>
              <th scope="row">{figures.count(event.number)}</th>
              <td data-label={say('field.custody.purpose')}>{say(`word.custody_purpose.${event.purpose}`)}</td>
              <td data-label={say('field.custody.from')}>
                <Side side={event.from} />
              </td>
              <td data-label={say('field.custody.to')}>
                <Side side={event.to} />
              </td>
              <td data-label={say('field.custody.at')}>
                {event.at === null
                  ? say('custody.paper.not_stated')
                  : event.at.includes('T')
                    ? figures.moment(event.at)
                    : figures.span({ from: event.at, to: event.at })}
              </td>
              <td data-label={say('field.custody.seal')}>
                {event.sealOut && <Identifier mono>{event.sealOut}</Identifier>}
              </td>
              <td data-label={say('field.custody.grade')}>
                <div>
                  {say(`word.custody_grade.${event.grade}`)}
                  {event.condition && (
                    <p>
                      {say('field.custody.condition')}: <bdi>{event.condition}</bdi>
                    </p>
                  )}
                  {breaks.map(({ code, explanations }) => (
                    <div key={code} className={styles.break} data-break={code}>
                      <strong>{say(`word.custody_break.${code}`)}</strong>{' '}
                      {explanations.map(({ why, by }) => (
                        <span key={why}>
                          <bdi>{why}</bdi> (<bdi>{by}</bdi>){' '}
                        </span>
                      ))}
                      <ExplainBreak exhibit={shown.exhibit} of={{ event: event.event, code }} onChanged={onChanged} />
                    </div>
                  ))}
                </div>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
