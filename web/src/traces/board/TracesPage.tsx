import { ASKERS, TRACERS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import { useSyncExternalStore } from 'react'
import { Forbidden } from '../../common/Forbidden.tsx'
import { onGoing } from '../../frame/address.ts'
import { holdsOne } from '../../frame/desk-roles.ts'
import { Go } from '../../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../../frame/language.tsx'
import { TRACES_CATALOGUE } from '../catalogue.ts'
import styles from './Board.module.css'
import { Board } from './Board.tsx'
import { Figures } from './Figures.tsx'
import { filtersOf } from './filters.ts'
import { TakeIn } from './TakeIn.tsx'
import { TypeIn } from './TypeIn.tsx'

/** The board of trace requests: what is to be done, what is waited for, and what came of it all. */
export default function TracesPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  const search = useSyncExternalStore(onGoing, () => location.search)
  if (!holdsOne(session, ASKERS)) return <Forbidden page={say('common.page.traces')} session={session} roles={ASKERS} />
  const filters = filtersOf(search)
  return (
    <DeskLanguage catalogue={TRACES_CATALOGUE}>
      <div className={styles.page}>
        <Board filters={filters} />
        {filters.list === 'incoming' && holdsOne(session, TRACERS) && (
          <>
            <TakeIn />
            <TypeIn />
          </>
        )}
        <Figures />
        <p className={styles.more}>
          <Go to="/law">{say('common.page.law')}</Go>
        </p>
      </div>
    </DeskLanguage>
  )
}
