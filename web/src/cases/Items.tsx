import type { CaseItemKind } from '@proofmark/contract/case-desk-words'
import { THING_KINDS } from '@proofmark/contract/case-words'
import { ASKERS, CUSTODY_KEEPERS } from '@proofmark/contract/route'
import type { CaseItemShown } from '@proofmark/contract/schemas/case'
import type { Session } from '@proofmark/contract/schemas/session'
import { useState } from 'react'
import { Failed } from '../common/Failed.tsx'
import { SecondStep } from '../common/SecondStep.tsx'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { newIdentifier } from '../enter/identifier.ts'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Cases.module.css'
import { GiveItem } from './GiveItem.tsx'
import { GROUNDS } from './grounds.ts'
import { More } from './More.tsx'
import { type CaseProps, useCaseDoing } from './useCase.ts'

interface ItemsProps extends CaseProps {
  readonly heading: string
  readonly holds: (kind: CaseItemKind) => boolean
  /** May something be given here? */
  readonly gives: boolean
  readonly session: Session
}

/** Where what was given has its page, of those that the reader may open; an exhibit is its firearm to whoever keeps none. */
function placeOf({ kind, id, record, firedItem }: CaseItemShown, session: Session): string | null {
  if (id === null) return null
  if (kind === 'recovery') return `/recoveries/${id}`
  if (kind === 'exhibit' && holdsOne(session, CUSTODY_KEEPERS)) return `/exhibits/${id}`
  if (kind === 'trace' && holdsOne(session, ASKERS)) return `/traces/${id}`
  if (kind === 'fired_item') return `/ballistics/${id}`
  if (firedItem !== null) return `/ballistics/${firedItem}`
  if ((THING_KINDS as readonly string[]).includes(kind)) return `/things/${id}`
  return record === null ? null : `/firearms/${record}`
}

const PAGE = 100

/** What the case was given by reference, and by whom. */
export function Items({ shown, onChanged, heading, holds, gives, session }: ItemsProps) {
  const { say, figures } = useLanguage()
  const doing = useCaseDoing(onChanged)
  const [most, setMost] = useState(PAGE)
  const items = shown.items.filter(({ kind }) => holds(kind))
  const withdraw = (of: string) =>
    doing.change(() => api('caseWithdraw', { case: shown.case, entry: newIdentifier(), of, grounds: GROUNDS }))
  return (
    <Section heading={heading} aside={figures.count(items.length)}>
      {items.length === 0 && <p className={styles.told}>{say('cases.items_none')}</p>}
      {items.length > 0 && (
        <table className={table.table}>
          <caption className="unseen">{heading}</caption>
          <thead>
            <tr>
              {['kind', 'what', 'given_by'].map((column) => (
                <th key={column} scope="col">
                  {say(`cases.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.slice(0, most).map((item) => {
              const place = placeOf(item, session)
              const label = <bdi>{item.label || say(`case.item.${item.kind}`)}</bdi>
              return (
                <tr key={item.entry} data-item={item.kind}>
                  <th scope="row">{say(`case.item.${item.kind}`)}</th>
                  <td data-label={say('cases.what')}>
                    <div>
                      {item.id === null ? (
                        <span className={styles.settled}>{say('cases.unread', { agency: item.agency ?? '' })}</span>
                      ) : place === null ? (
                        label
                      ) : (
                        <Go to={place}>{label}</Go>
                      )}
                      {item.finding && <span className={styles.under}>{say(`case.finding.${item.finding}`)}</span>}
                      {item.why && (
                        <span className={styles.under}>
                          <bdi>{item.why}</bdi>
                        </span>
                      )}
                    </div>
                  </td>
                  <td data-label={say('cases.given_by')}>
                    <div>
                      <bdi>{item.agency}</bdi>
                      <span className={styles.under}>
                        {say('cases.opened_by', { by: item.by, day: figures.day(item.at) })}
                      </span>
                      {item.mayWithdraw && (
                        <SecondStep
                          word={say('cases.withdraw')}
                          label={`${say('cases.withdraw')} ${item.label ?? ''}`}
                          told={say('cases.withdraw_told')}
                          act={say('cases.withdraw')}
                          busy={doing.busy}
                          onAct={() => withdraw(item.entry)}
                        />
                      )}
                    </div>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <More left={items.length - most} onMore={() => setMost(most + PAGE)} />
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      {gives && <GiveItem shown={shown} onChanged={onChanged} />}
    </Section>
  )
}
