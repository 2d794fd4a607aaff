import type { Role } from '@proofmark/contract/roles'
import type { Session } from '@proofmark/contract/schemas/session'
import { Forbidden } from '../common/Forbidden.tsx'
import { useLanguage } from '../frame/language.tsx'
import { FindForm } from './FindForm.tsx'
import styles from './FindPage.module.css'
import { Legend } from './Legend.tsx'
import { Outcome } from './Outcome.tsx'
import type { FindDesk } from './useFind.ts'

/** Who may look for marks; the server decides, this only spares a refusal. */
const READERS: readonly Role[] = ['recorder', 'trace_officer', 'analyst', 'data_steward']

/** The Find page: what is left of a mark, what else is known, and the records that it may belong to. */
export function FindPage({ desk, session }: { readonly desk: FindDesk; readonly session: Session }) {
  const { say } = useLanguage()
  if (!session.roles.some((role) => READERS.includes(role)))
    return <Forbidden page={say('find.desk')} session={session} roles={READERS} />
  return (
    <div className={styles.page}>
      <FindForm desk={desk} session={session} />
      <Outcome desk={desk} session={session} />
      <Legend />
    </div>
  )
}
