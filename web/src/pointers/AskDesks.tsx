import type { Session } from '@proofmark/contract/schemas/session'
import { lazy, Suspense, useId, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Boundary } from '../common/Boundary.tsx'
import { Button } from '../common/Button.tsx'
import { holdsOne } from '../frame/desk-roles.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './AskDesks.module.css'
import { ASKERS } from './askers.ts'
import type { DesksFormProps } from './DesksForm.tsx'

// Fetched when it is asked for: most marks are not weak.
const DesksForm = lazy(() => import('./DesksForm.tsx'))

export interface AskDesksProps extends DesksFormProps {
  readonly session: Session
}

/**
 * The way on for a mark too weak to be asked for by itself: one click opens, in place, what the desks of other agencies
 * would be told. Shown to those alone who may ask.
 */
export function AskDesks({ session, ...asking }: AskDesksProps) {
  const { say } = useLanguage()
  const id = useId()
  const [open, setOpen] = useState(asking.sent !== null)
  if (!holdsOne(session, ASKERS)) return null
  return (
    <div className={styles.ask}>
      {asking.sent === null && (
        <Button aria-expanded={open} aria-controls={`${id}-desks`} onClick={() => setOpen(!open)}>
          {say('find.ask_desks')}
        </Button>
      )}
      <div id={`${id}-desks`} hidden={!open}>
        {open && (
          <Boundary>
            <Suspense fallback={<Bars id="common.opening" />}>
              <DesksForm {...asking} />
            </Suspense>
          </Boundary>
        )}
      </div>
    </div>
  )
}
