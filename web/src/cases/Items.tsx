import { CASE_ITEM_KINDS, type CaseItemKind } from '@proofmark/contract/case-desk-words'
import type { CaseItemShown } from '@proofmark/contract/schemas/case'
import { useRef, useState } from 'react'
import { Failed } from '../common/Failed.tsx'
import { SecondStep } from '../common/SecondStep.tsx'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { TextField } from '../common/TextField.tsx'
import { newIdentifier } from '../enter/identifier.ts'
import { api } from '../frame/api.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { CaseForm } from './CaseForm.tsx'
import styles from './Cases.module.css'
import { OneOf } from './fields.tsx'
import { GROUNDS } from './grounds.ts'
import { type CaseProps, useCaseDoing } from './useCase.ts'

interface ItemsProps extends CaseProps {
  readonly heading: string
  readonly holds: (kind: CaseItemKind) => boolean
  /** May something be given here? */
  readonly gives: boolean
}

/** Where what was given has its page. */
function placeOf({ kind, id, record }: CaseItemShown): string | null {
  if (id === null) return null
  if (kind === 'recovery') return `/recoveries/${id}`
  if (kind === 'exhibit') return `/exhibits/${id}`
  if (kind === 'trace') return `/traces/${id}`
  if (kind === 'fired_item') return `/ballistics/${id}`
  return record === null ? null : `/firearms/${record}`
}

/** What the case was given by reference, and by whom. */
export function Items({ shown, onChanged, heading, holds, gives }: ItemsProps) {
  const { say, figures } = useLanguage()
  const doing = useCaseDoing(onChanged)
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
            {items.map((item) => {
              const place = placeOf(item)
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
                      {item.finding && <span className={styles.under}>{say(`finding.${item.finding}`)}</span>}
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
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      {gives && <GiveItem shown={shown} onChanged={onChanged} />}
    </Section>
  )
}

const IDENTIFIER = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function GiveItem({ shown, onChanged }: CaseProps) {
  const { say } = useLanguage()
  const { change, ...doing } = useCaseDoing(onChanged)
  const [kind, setKind] = useState<CaseItemKind>('record')
  const [id, setId] = useState('')
  const [why, setWhy] = useState('')
  const entry = useRef(newIdentifier())
  // An address of one of our pages names what it shows by its last part.
  const named =
    id
      .trim()
      .split(/[/#?]/)
      .findLast((part) => IDENTIFIER.test(part)) ?? ''
  const give = (close: () => void) => {
    if (named === '') return false
    const item = { kind, id: named, ...(why.trim() === '' ? {} : { why: why.trim() }) }
    change(
      () => api('caseGive', { case: shown.case, entry: entry.current, item, grounds: GROUNDS }),
      () => {
        entry.current = newIdentifier()
        setId('')
        setWhy('')
        close()
      },
    )
    return true
  }
  return (
    <CaseForm opens={say('cases.give')} sends={say('cases.do_give')} {...doing} onSend={give}>
      {(tried) => (
        <>
          <OneOf
            name="kind"
            label={say('cases.kind')}
            codes={CASE_ITEM_KINDS}
            word={(code) => say(`case.item.${code}`)}
            value={kind}
            onChange={(code) => code && setKind(code)}
          />
          <TextField
            name="identifier"
            label={say('cases.identifier')}
            hint={say('cases.identifier_how')}
            value={id}
            most={200}
            error={
              tried && named === ''
                ? { reason: say('cases.identifier_wrong'), accepted: say('cases.identifier_how') }
                : null
            }
            onChange={setId}
          />
          <TextField name="why" label={say('cases.why')} value={why} most={500} onChange={setWhy} />
        </>
      )}
    </CaseForm>
  )
}
