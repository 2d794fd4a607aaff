import type { Answer } from '@proofmark/contract/client'
import { SEE_PERSONS } from '@proofmark/contract/route'
import type { RecordShow } from '@proofmark/contract/schemas/find'
import type { Session } from '@proofmark/contract/schemas/session'
import { useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import { useDoing } from '../common/useDoing.ts'
import type { Draft } from '../find/useFind.ts'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './RecordSheet.module.css'

interface PersonsSectionProps {
  readonly record: RecordShow
  readonly own: boolean
  readonly session: Session
  readonly grounds: Draft
}

/** That persons stand apart from the firearm, and on asking, for whoever may know, whom the record names. */
export function PersonsSection({ record, own, session, grounds }: PersonsSectionProps) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [named, setNamed] = useState<Answer<'recordPersons'> | null>(null)
  const { personRoles, agency, release } = record
  const { purpose, reference } = grounds
  const nobody = own && personRoles.length === 0
  const mayAsk = own ? holdsOne(session, SEE_PERSONS) : release === null && holdsOne(session, ['trace_officer'])
  const ask = () => {
    if (!purpose) return
    const given = { purpose, ...(reference.trim() ? { reference: reference.trim() } : {}) }
    act(async () => setNamed(await api('recordPersons', { record: record.record, grounds: given })))
  }
  const roles = personRoles.map((role) => say(`word.person_role.${role}`)).join(figures.comma)
  return (
    <Section heading={say('record.persons')} aside={named && say('record.persons_logged')}>
      {named === null && (
        <p className={styles.facts}>
          {own
            ? say(nobody ? 'record.persons_none' : 'record.persons_own', { roles })
            : say('record.persons_others', { agency })}
        </p>
      )}
      {named === null && mayAsk && !nobody && (
        <p className={styles.ask}>
          <Button onClick={ask} aria-disabled={busy}>
            {say('record.persons_ask')}
          </Button>
        </p>
      )}
      {busy && <Bars id="record.persons_asking" />}
      {error && <Failed error={error} onAgain={again} />}
      {named?.persons.length === 0 && <p className={styles.facts}>{say('record.persons_none')}</p>}
      {named && named.persons.length > 0 && (
        <div role="status">
          <dl className={styles.row}>
            {named.persons.map(({ role, column, value, reviewOn }) => (
              <div key={column}>
                <dt>
                  {say(`word.person_role.${role}`)} <Identifier mono>{column}</Identifier>
                </dt>
                <dd>
                  <bdi>{value}</bdi>{' '}
                  <span className={styles.state}>
                    {say('record.persons_review', { date: figures.span({ from: reviewOn, to: reviewOn }) ?? reviewOn })}
                  </span>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </Section>
  )
}
