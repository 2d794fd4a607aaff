import { CASE_WORKERS } from '@proofmark/contract/route'
import type { Operation, OperationAdded } from '@proofmark/contract/schemas/deconfliction'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import { useReturn } from '../common/useReturn.ts'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { DECONFLICTION_CATALOGUE } from './catalogue.ts'
import styles from './Deconfliction.module.css'
import { GROUNDS } from './grounds.ts'
import { useMet } from './met.ts'
import { OperationDays } from './OperationDays.tsx'
import { PlanForm } from './PlanForm.tsx'
import { useMeetingsSeen } from './seen.ts'
import { Tabs } from './Tabs.tsx'

const LEAST_MS = 20_000

/** Who else is about to act there? What is planned, and whom to call. */
export default function OperationsPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, CASE_WORKERS))
    return <Forbidden page={say('common.page.operations')} session={session} roles={CASE_WORKERS} />
  return (
    <DeskLanguage catalogue={DECONFLICTION_CATALOGUE}>
      <Page session={session} />
    </DeskLanguage>
  )
}

function Page({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  const ask = useCallback((signal: AbortSignal) => api('operationList', { grounds: GROUNDS }, {}, signal), [])
  const [asked, again] = useAsked(ask)
  const [changing, setChanging] = useState<Operation | null>(null)
  const [added, setAdded] = useState<OperationAdded | null>(null)
  const change = (operation: Operation) => {
    setAdded(null)
    setChanging(operation)
    scrollTo({ top: 0 })
  }
  useMet(again)
  const planned = asked.kind === 'answered' ? asked.answer.operations : []
  useMeetingsSeen(
    'operations',
    session.account,
    planned.flatMap(({ met }) => met),
  )
  useReturn(again, LEAST_MS)
  return (
    <>
      <Tabs session={session} here="operations" />
      <div className={styles.page}>
        <PlanForm
          key={changing?.id ?? 'anew'}
          changing={changing}
          added={added}
          onAdded={(made) => {
            setAdded(made)
            if (made === null) return
            setChanging(null)
            again()
          }}
          onLeave={() => setChanging(null)}
        />
        {asked.kind === 'asking' && (
          <Section heading={say('operation.page.list')} busy>
            <Bars id="operation.page.asking" />
          </Section>
        )}
        {asked.kind === 'failed' && <Failed error={asked.error} onAgain={again} kept={false} />}
        {asked.kind === 'answered' && <OperationDays {...asked.answer} onChanged={again} onChange={change} />}
      </div>
    </>
  )
}
