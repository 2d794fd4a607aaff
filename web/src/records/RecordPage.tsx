import type { AnswerError } from '@proofmark/contract/client'
import type { RecordShow } from '@proofmark/contract/schemas/find'
import type { Session } from '@proofmark/contract/schemas/session'
import { useEffect, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { CorrectedRecords } from '../exchange/CorrectedRecords.tsx'
import { AskGrounds } from '../find/AskGrounds.tsx'
import type { Draft, FindDesk } from '../find/useFind.ts'
import { answerError, api, wasAborted } from '../frame/api.ts'
import { Go } from '../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { RECORD_CATALOGUE } from './catalogue.ts'
import styles from './RecordPage.module.css'
import { RecordSheet } from './RecordSheet.tsx'

interface RecordPageProps {
  readonly record: string
  readonly desk: FindDesk
  readonly session: Session
  /** The source in whose list the reader found it; null where they came another way. */
  readonly listedIn: string | null
}

/** One record, shown on the grounds that the reader has given; without grounds the page asks for them first. */
export default function RecordPage({ record, desk, session, listedIn }: RecordPageProps) {
  const { say } = useLanguage()
  const [grounds, setGrounds] = useState(desk.draft.purpose ? desk.draft : null)
  const [attempt, setAttempt] = useState(0)
  return (
    <div className={styles.page}>
      <p className={styles.back}>
        {listedIn === null ? (
          <Go to="/find">{say('record.back')}</Go>
        ) : (
          <Go to={`/sources/${listedIn}`}>{say('record.back_source')}</Go>
        )}
      </p>
      {grounds ? (
        <Shown
          key={attempt}
          record={record}
          grounds={grounds}
          session={session}
          onAgain={() => setAttempt(attempt + 1)}
        />
      ) : (
        <AskGrounds desk={desk} session={session} action={say('record.show')} onGiven={() => setGrounds(desk.draft)} />
      )}
    </div>
  )
}

type Answered =
  | { readonly kind: 'asking' }
  | { readonly kind: 'shown'; readonly record: RecordShow }
  | { readonly kind: 'failed'; readonly error: AnswerError }

interface ShownProps {
  readonly record: string
  readonly grounds: Draft
  readonly session: Session
  readonly onAgain: () => void
}

function Shown({ record, grounds, session, onAgain }: ShownProps) {
  const [answered, setAnswered] = useState<Answered>({ kind: 'asking' })
  const { purpose, reference } = grounds
  useEffect(() => {
    if (!purpose) return
    const controller = new AbortController()
    const given = { purpose, ...(reference.trim() ? { reference: reference.trim() } : {}) }
    setAnswered({ kind: 'asking' })
    api('recordShow', { record, grounds: given }, {}, controller.signal).then(
      (shown) => setAnswered({ kind: 'shown', record: shown }),
      (thrown: unknown) => {
        if (!wasAborted(thrown)) setAnswered({ kind: 'failed', error: answerError(thrown) })
      },
    )
    return () => controller.abort()
  }, [record, purpose, reference])
  if (answered.kind === 'asking') return <Bars id="record.asking" />
  if (answered.kind === 'failed') return <Failed error={answered.error} onAgain={onAgain} />
  return (
    <>
      <DeskLanguage catalogue={RECORD_CATALOGUE}>
        <RecordSheet record={answered.record} session={session} grounds={grounds} />
      </DeskLanguage>
      <CorrectedRecords records={[record]} session={session} />
    </>
  )
}
