import { DESKS } from '@proofmark/contract/route'
import type { Grounds } from '@proofmark/contract/schemas/common'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback, useMemo, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import { AskGrounds } from '../find/AskGrounds.tsx'
import type { FindDesk } from '../find/useFind.ts'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import styles from './CourtPage.module.css'
import { CourtSheet } from './CourtSheet.tsx'
import { COURT_CATALOGUE } from './catalogue.ts'

interface CourtPageProps {
  /** Any record of the firearm. */
  readonly record: string
  /** This pair alone; null: all records of the firearm. */
  readonly other: string | null
  readonly desk: FindDesk
  readonly session: Session
}

/** What may be said in court of the records of a firearm, to be printed. */
export default function CourtPage(props: CourtPageProps) {
  const { say } = useLanguage()
  if (!holdsOne(props.session, DESKS))
    return <Forbidden page={say('common.page.court')} session={props.session} roles={DESKS} />
  return (
    <DeskLanguage catalogue={COURT_CATALOGUE}>
      <Opened {...props} />
    </DeskLanguage>
  )
}

function Opened({ record, other, desk, session }: CourtPageProps) {
  const { say } = useLanguage()
  const [given, setGiven] = useState(desk.draft.purpose ? desk.draft : null)
  const { purpose, reference = '' } = given ?? {}
  const grounds = useMemo((): Grounds | null => {
    const stated = reference.trim()
    return purpose ? { purpose, ...(stated ? { reference: stated } : {}) } : null
  }, [purpose, reference])
  return (
    <div className={styles.page}>
      <p className={styles.back}>
        <Go to={`/firearms/${record}`}>{say('court.to_firearm')}</Go>
      </p>
      {grounds ? (
        <Written record={record} other={other} grounds={grounds} />
      ) : (
        <AskGrounds desk={desk} session={session} action={say('court.show')} onGiven={() => setGiven(desk.draft)} />
      )}
    </div>
  )
}

/** Refusals that say what is still to be done. */
const NOT_YET: ReadonlySet<string> = new Set(['court_unconfirmed', 'court_alone', 'not_found'])

interface WrittenProps extends Pick<CourtPageProps, 'record' | 'other'> {
  readonly grounds: Grounds
}

function Written({ record, other, grounds }: WrittenProps) {
  const { say } = useLanguage()
  const ask = useCallback(
    (signal: AbortSignal) => api('courtText', { record, ...(other ? { other } : {}), grounds }, {}, signal),
    [other, record, grounds],
  )
  const [asked, again] = useAsked(ask)
  if (asked.kind === 'asking')
    return (
      <Section heading={say('common.page.court')} busy>
        <Bars id="court.asking" />
      </Section>
    )
  if (asked.kind === 'answered') return <CourtSheet text={asked.answer} />
  if (!NOT_YET.has(asked.error.code)) return <Failed error={asked.error} kept={false} onAgain={again} />
  return (
    <Section heading={say('court.refused')}>
      <div className={states.state} role="alert">
        <p>{asked.error.message}</p>
      </div>
    </Section>
  )
}
