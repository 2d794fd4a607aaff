import type { Role } from '@proofmark/contract/roles'
import type { Session } from '@proofmark/contract/schemas/session'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { useLanguage } from '../frame/language.tsx'
import { FindForm } from './FindForm.tsx'
import styles from './FindPage.module.css'
import { Legend } from './Legend.tsx'
import { Outcome } from './Outcome.tsx'
import type { FindDesk } from './useFind.ts'
import { useIntoView } from './useIntoView.ts'

const ListPage = lazy(() => import('./list/ListPage.tsx'))

/** Who may look for marks; the server decides, this only spares a refusal. */
const READERS: readonly Role[] = ['recorder', 'trace_officer', 'investigator', 'analyst', 'data_steward']

/**
 * The Find page: what is left of a mark, what else is known, and the records that it may belong to. Its second way in, a
 * list of marks, has the address of the page with `#list`, so that the browser's way back leads to it.
 */
export default function FindPage({ desk, session }: { readonly desk: FindDesk; readonly session: Session }) {
  const { say } = useLanguage()
  const page = useRef<HTMLDivElement>(null)
  const listed = location.hash === LIST
  const was = useRef(listed)
  // The link or button that led from one way to the other is gone with it; reading goes on at the page.
  useEffect(() => {
    if (was.current === listed) return
    was.current = listed
    page.current?.focus({ preventScroll: true })
  }, [listed])
  useIntoView(page, desk.state)
  if (!session.roles.some((role) => READERS.includes(role)))
    return <Forbidden page={say('find.desk')} session={session} roles={READERS} />
  return (
    <div ref={page} tabIndex={-1} className={styles.page}>
      {listed ? (
        <Suspense fallback={<Bars id="common.opening" />}>
          <ListPage desk={desk} kept={desk.list} session={session} />
        </Suspense>
      ) : (
        <>
          <FindForm desk={desk} session={session} />
          <Outcome desk={desk} session={session} />
          <Legend />
        </>
      )}
    </div>
  )
}

const LIST = '#list'
