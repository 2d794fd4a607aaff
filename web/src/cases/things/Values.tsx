import type { ThingShown } from '@proofmark/contract/schemas/thing'
import { StatedDay } from '../../ballistics/StatedDay.tsx'
import { Button } from '../../common/Button.tsx'
import { Facts } from '../../common/Facts.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Identifier } from '../../common/Identifier.tsx'
import tables from '../../common/Table.module.css'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { Grade } from './Grade.tsx'
import { GROUNDS } from './grounds.ts'
import { classesOf } from './row-classes.ts'
import styles from './Things.module.css'

interface ValuesProps {
  readonly shown: ThingShown
  readonly onChanged: () => void
}

/** What is said of a thing, each with who says so, as what, and how it was graded; what was withdrawn stays to be seen. */
export function Values({ shown, onChanged }: ValuesProps) {
  const { say } = useLanguage()
  return (
    <table className={tables.table}>
      <caption className="unseen">{say('thing.page.values')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('thing.page.column.field')}</th>
          <th scope="col">{say('thing.page.value')}</th>
          <th scope="col">{say('thing.page.standing')}</th>
          <th scope="col">{say('thing.page.column.by')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.values.map((value) => (
          <Value key={value.value} thing={shown.thing} value={value} onChanged={onChanged} />
        ))}
      </tbody>
    </table>
  )
}

interface ValueProps {
  readonly thing: string
  readonly value: ThingShown['values'][number]
  readonly onChanged: () => void
}

function Value({ thing, value, onChanged }: ValueProps) {
  const { say, figures } = useLanguage()
  const doing = useDoing()
  const { field, text, hint, country, on, fileName, capturedAt, record, withdrawnAt } = value
  const act = withdrawnAt === null ? 'withdrawn' : 'restored'
  const withdraw = () =>
    doing.act(async () => {
      await api('thingWithdraw', { thing, value: value.value, act, grounds: GROUNDS })
      onChanged()
    })
  return (
    <tr className={classesOf(withdrawnAt, value.evaluation)}>
      <th scope="row">{say(`thing.field.${field}`)}</th>
      <td data-label={say('thing.page.value')}>
        <div className={value.standing === 'lead' ? styles.lead : undefined}>
          {text === null ? (
            <span className={tables.quiet}>{say('thing.erased')}</span>
          ) : field === 'file' ? (
            <Identifier mono>{text}</Identifier>
          ) : (
            <bdi>{text}</bdi>
          )}
          <span className={styles.under}>
            <Facts>
              {[
                country,
                on && <StatedDay key="on">{on}</StatedDay>,
                fileName,
                capturedAt && figures.moment(capturedAt),
                hint && say(`thing.hint.${hint}`),
                record && (
                  <Go key="record" to={`/records/${record}`}>
                    {say('thing.kind.record')}
                  </Go>
                ),
              ]}
            </Facts>
          </span>
        </div>
      </td>
      <td data-label={say('thing.page.standing')}>
        <div>
          {say(`thing.standing.${value.standing}`)}
          <Grade evaluation={value.evaluation} />
        </div>
      </td>
      <td data-label={say('thing.page.column.by')}>
        <div>
          <Facts>{[value.source, value.by, value.agency]}</Facts>
          <span className={styles.under}>
            <Facts>
              {[
                figures.day(value.at),
                value.reviewOn &&
                  say('thing.page.review_on', {
                    day: figures.span({ from: value.reviewOn, to: value.reviewOn }) ?? value.reviewOn,
                  }),
              ]}
            </Facts>
          </span>
          {withdrawnAt !== null && <strong>{say('thing.verdict.withdrawn')} </strong>}
          {value.mayWithdraw && (
            <Button weight="word" aria-disabled={doing.busy} onClick={withdraw}>
              {say(act === 'withdrawn' ? 'thing.page.withdraw' : 'thing.page.restore')}
            </Button>
          )}
          {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
        </div>
      </td>
    </tr>
  )
}
