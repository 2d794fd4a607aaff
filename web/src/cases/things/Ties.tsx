import type { ThingShown } from '@proofmark/contract/schemas/thing'
import { StatedDay } from '../../ballistics/StatedDay.tsx'
import { Button } from '../../common/Button.tsx'
import { Facts } from '../../common/Facts.tsx'
import { Failed } from '../../common/Failed.tsx'
import tables from '../../common/Table.module.css'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { Called } from './Called.tsx'
import { Grade } from './Grade.tsx'
import { GROUNDS } from './grounds.ts'
import { pageOfNode } from './node-page.ts'
import { classesOf } from './row-classes.ts'
import styles from './Things.module.css'

interface TiesProps {
  readonly shown: ThingShown
  readonly onChanged: () => void
}

/** What a thing is tied to; a lead is set apart from what is a fact. */
export function Ties({ shown, onChanged }: TiesProps) {
  const { say } = useLanguage()
  return (
    <table className={tables.table}>
      <caption className="unseen">{say('thing.page.ties')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('thing.page.column.tie')}</th>
          <th scope="col">{say('thing.page.standing')}</th>
          <th scope="col">{say('thing.page.column.rests_on')}</th>
          <th scope="col">{say('thing.page.column.by')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.ties.map((tie) => (
          <Tie key={tie.tie} node={`${shown.kind}:${shown.thing}`} shown={shown} tie={tie} onChanged={onChanged} />
        ))}
      </tbody>
    </table>
  )
}

interface TieProps extends TiesProps {
  readonly node: string
  readonly tie: ThingShown['ties'][number]
}

/** Both ends in the order in which it was said, so that the words hold in either direction. */
function Said({ shown, tie }: Pick<TieProps, 'shown' | 'tie'>) {
  const { say } = useLanguage()
  const { other, relation, forward } = tie
  const page = pageOfNode(other.node)
  const named = <Called kind={shown.kind} label={shown.label} withheld={shown.withheld} />
  const called =
    other.label === null && other.withheld === null ? (
      say(`thing.kind.${other.kind}`)
    ) : (
      <bdi>{other.label ?? say('thing.a_person')}</bdi>
    )
  const leads = page === null ? called : <Go to={page}>{called}</Go>
  const [first, second] = forward ? [named, leads] : [leads, named]
  return (
    <>
      {first} <em>{say(`thing.relation.${relation}`)}</em> {second}
    </>
  )
}

function Tie({ node, shown, tie, onChanged }: TieProps) {
  const { say, figures } = useLanguage()
  const doing = useDoing()
  const act = tie.withdrawnAt === null ? 'withdrawn' : 'restored'
  const withdraw = () =>
    doing.act(async () => {
      await api('tieWithdraw', { node, tie: tie.tie, act, grounds: GROUNDS })
      onChanged()
    })
  return (
    <tr className={classesOf(tie.withdrawnAt, tie.evaluation)}>
      <th scope="row">
        <div className={tie.standing === 'lead' ? styles.lead : undefined}>
          <Said shown={shown} tie={tie} />
          <span className={styles.under}>
            <Facts>
              {[
                say(`thing.kind.${tie.other.kind}`),
                tie.category && say(`thing.category.${tie.category}`),
                tie.fromDay && <StatedDay key="from">{tie.fromDay}</StatedDay>,
                tie.toDay && tie.toDay !== tie.fromDay && <StatedDay key="to">{tie.toDay}</StatedDay>,
              ]}
            </Facts>
          </span>
        </div>
      </th>
      <td data-label={say('thing.page.standing')}>
        <div>
          {say(`thing.standing.${tie.standing}`)}
          <Grade evaluation={tie.evaluation} />
        </div>
      </td>
      <td data-label={say('thing.page.column.rests_on')}>
        <div>
          <Facts>{[tie.note, tie.reason, tie.source]}</Facts>
          {tie.records.map((record) => (
            <span key={record} className={styles.under}>
              <Go to={`/records/${record}`}>{say('thing.kind.record')}</Go>
            </span>
          ))}
        </div>
      </td>
      <td data-label={say('thing.page.column.by')}>
        <div>
          <Facts>{[tie.by, tie.agency]}</Facts>
          <span className={styles.under}>{figures.day(tie.at)}</span>
          {tie.withdrawnAt !== null && <strong>{say('thing.verdict.withdrawn')} </strong>}
          {tie.mayWithdraw && (
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
