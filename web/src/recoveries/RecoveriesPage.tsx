import { RECOVERERS, RECOVERY_READERS } from '@proofmark/contract/route'
import type { RecoveryList } from '@proofmark/contract/schemas/recovery-answers'
import type { Session } from '@proofmark/contract/schemas/session'
import { RECOVERY_KINDS, type RecoveryKind } from '@proofmark/contract/trace-words'
import { useCallback, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { Picks } from '../field/form/Choice.tsx'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { RECOVERIES_CATALOGUE } from './catalogue.ts'
import { GROUNDS } from './grounds.ts'
import { PaperForms } from './PaperForms.tsx'
import styles from './Recoveries.module.css'

const PAGE = 50

/** The recoveries that the reader may see, the last first. */
export default function RecoveriesPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, RECOVERY_READERS))
    return <Forbidden page={say('common.page.recoveries')} session={session} roles={RECOVERY_READERS} />
  return (
    <DeskLanguage catalogue={RECOVERIES_CATALOGUE}>
      <div className={styles.page}>
        <List records={holdsOne(session, RECOVERERS)} />
        {holdsOne(session, RECOVERERS) && <PaperForms session={session} />}
      </div>
    </DeskLanguage>
  )
}

function List({ records }: { readonly records: boolean }) {
  const { say } = useLanguage()
  const [status, setStatus] = useState<RecoveryKind | null>(null)
  const [incomplete, setIncomplete] = useState(false)
  const [after, setAfter] = useState(0)
  const ask = useCallback(
    () => api('recoveryList', { ...(status ? { status } : {}), incomplete, after, limit: PAGE, grounds: GROUNDS }),
    [status, incomplete, after],
  )
  const [asked, again] = useAsked(ask)
  return (
    <Section
      heading={say('field.recoveries')}
      ruled={false}
      aside={records && <Go to="/field">{say('field.begin')}</Go>}
    >
      <div className={styles.filters}>
        <Picks
          legend={say('field.label.status')}
          name="status"
          codes={RECOVERY_KINDS}
          word={(code) => say(`field.status.${code}`)}
          chosen={status ? [status] : []}
          onChoose={(code, isChosen) => {
            setAfter(0)
            setStatus(isChosen ? code : null)
          }}
        />
        <Picks
          legend={say('field.only')}
          name="incomplete"
          codes={['incomplete'] as const}
          word={() => say('field.only_incomplete')}
          chosen={incomplete ? ['incomplete'] : []}
          onChoose={(_, isChosen) => {
            setAfter(0)
            setIncomplete(isChosen)
          }}
        />
      </div>
      {asked.kind === 'asking' && <Bars id="field.opening" />}
      {asked.kind === 'failed' && <Failed error={asked.error} onAgain={again} />}
      {asked.kind === 'answered' && <Rows list={asked.answer} />}
      {asked.kind === 'answered' && (after > 0 || asked.answer.more) && (
        <div className={styles.turn}>
          {after > 0 && <Button onClick={() => setAfter(Math.max(0, after - PAGE))}>{say('field.newer')}</Button>}
          {asked.answer.more && <Button onClick={() => setAfter(after + PAGE)}>{say('field.older')}</Button>}
        </div>
      )}
    </Section>
  )
}

function Rows({ list }: { readonly list: RecoveryList }) {
  const { say, figures } = useLanguage()
  if (list.recoveries.length === 0) return <p className={styles.quiet}>{say('field.no_recoveries')}</p>
  return (
    <table className={table.table}>
      <caption className="unseen">{say('field.recoveries')}</caption>
      <thead>
        <tr>
          {['reference', 'date', 'locality', 'agency', 'items', 'completeness'].map((column) => (
            <th key={column} scope="col">
              {say(`field.label.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.recoveries.map((each) => (
          <tr key={each.recovery}>
            <th scope="row">
              <Go to={`/recoveries/${each.recovery}`}>
                {say(`field.status.${each.status}`)} <bdi>{each.reference ?? each.paper ?? ''}</bdi>
              </Go>
            </th>
            <td data-label={say('field.label.date')}>
              <bdi dir="ltr">{each.date ?? ''}</bdi>
            </td>
            <td data-label={say('field.label.locality')}>
              <bdi>{each.place ?? ''}</bdi>
            </td>
            <td data-label={say('field.label.agency')}>
              <bdi>{each.agency}</bdi>
            </td>
            <td data-label={say('field.label.items')}>{figures.count(each.exhibits.length)}</td>
            <td data-label={say('field.label.completeness')}>
              {say('field.percent', { percent: figures.count(each.completeness) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
