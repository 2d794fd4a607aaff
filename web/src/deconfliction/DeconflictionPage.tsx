import { CASE_WORKERS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import { useReturn } from '../common/useReturn.ts'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { AskForm } from './AskForm.tsx'
import { DECONFLICTION_CATALOGUE } from './catalogue.ts'
import styles from './Deconfliction.module.css'
import { GROUNDS } from './grounds.ts'
import { useMet } from './met.ts'
import { Questions } from './Questions.tsx'
import { useMeetingsSeen } from './seen.ts'
import { Tabs } from './Tabs.tsx'
import { Told } from './Told.tsx'

/** Coming back to the page does not ask again each time. */
const LEAST_MS = 20_000

/** Does somebody else work on this? What is asked, and who is to be asked. */
export default function DeconflictionPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, CASE_WORKERS))
    return <Forbidden page={say('common.page.deconfliction')} session={session} roles={CASE_WORKERS} />
  return (
    <DeskLanguage catalogue={DECONFLICTION_CATALOGUE}>
      <Page session={session} />
    </DeskLanguage>
  )
}

function Page({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  const ask = useCallback((signal: AbortSignal) => api('deconflictionList', { grounds: GROUNDS }, {}, signal), [])
  const [asked, again] = useAsked(ask)
  useMet(again)
  const { questions = [], told = [] } = asked.kind === 'answered' ? asked.answer : {}
  useMeetingsSeen('met', session.account, [...told, ...questions.flatMap(({ met }) => met)])
  useReturn(again, LEAST_MS)
  return (
    <>
      <Tabs session={session} here="deconfliction" />
      <div className={styles.page}>
        <AskForm onAsked={again} />
        {asked.kind === 'asking' && (
          <Section heading={say('deconfliction.page.questions')} busy>
            <Bars id="deconfliction.page.asking" />
          </Section>
        )}
        {asked.kind === 'failed' && <Failed error={asked.error} onAgain={again} kept={false} />}
        {asked.kind === 'answered' && (
          <>
            <Told told={asked.answer.told} />
            <Questions questions={asked.answer.questions} more={asked.answer.more} onChanged={again} />
          </>
        )}
      </div>
    </>
  )
}
