import { CASE_WORKERS } from '@proofmark/contract/route'
import type { Grounds } from '@proofmark/contract/schemas/common'
import type { Session } from '@proofmark/contract/schemas/session'
import { useMemo, useRef, useState } from 'react'
import { Forbidden } from '../common/Forbidden.tsx'
import { AskGrounds } from '../find/AskGrounds.tsx'
import type { FindDesk } from '../find/useFind.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { GRAPH_CATALOGUE } from './catalogue.ts'
import styles from './GraphPage.module.css'
import { GraphSheet } from './GraphSheet.tsx'
import { useFocusKept } from './useFocusKept.ts'

interface GraphPageProps {
  /** What it begins with, as the fragment of the address has it. */
  readonly start: string
  readonly desk: FindDesk
  readonly session: Session
}

/** How things hang together, on the grounds that the reader has given; without them it asks first. */
export default function GraphPage(props: GraphPageProps) {
  const { say } = useLanguage()
  if (!holdsOne(props.session, CASE_WORKERS))
    return <Forbidden page={say('common.page.graph')} session={props.session} roles={CASE_WORKERS} />
  return (
    <DeskLanguage catalogue={GRAPH_CATALOGUE}>
      <Opened {...props} />
    </DeskLanguage>
  )
}

function Opened({ start, desk, session }: GraphPageProps) {
  const { say } = useLanguage()
  const page = useRef<HTMLDivElement>(null)
  useFocusKept(page)
  const [given, setGiven] = useState(desk.draft.purpose ? desk.draft : null)
  const { purpose, reference = '' } = given ?? {}
  const grounds = useMemo((): Grounds | null => {
    const stated = reference.trim()
    return purpose ? { purpose, ...(stated ? { reference: stated } : {}) } : null
  }, [purpose, reference])
  return (
    <div ref={page} className={styles.page}>
      {grounds ? (
        <GraphSheet start={start} grounds={grounds} />
      ) : (
        <AskGrounds
          desk={desk}
          session={session}
          action={say('graph.page.show')}
          onGiven={() => setGiven(desk.draft)}
        />
      )}
    </div>
  )
}
