import { THING_WORKERS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import { Forbidden } from '../../common/Forbidden.tsx'
import { holdsOne } from '../../frame/desk-roles.ts'
import { Go } from '../../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../../frame/language.tsx'
import { AddThing } from './AddThing.tsx'
import { THINGS_CATALOGUE } from './catalogue.ts'
import { Pairs } from './Pairs.tsx'
import { Reviews } from './Reviews.tsx'
import styles from './Things.module.css'
import { Things } from './Things.tsx'

interface ThingsPageProps {
  /** The case whose persons and things are shown; all that the reader may see where it is null. */
  readonly within: string | null
  readonly session: Session
}

/** Persons and things that inquiries speak of, which may be one, and whose review is due. */
export default function ThingsPage({ within, session }: ThingsPageProps) {
  const { say } = useLanguage()
  if (!holdsOne(session, THING_WORKERS))
    return <Forbidden page={say('common.page.things')} session={session} roles={THING_WORKERS} />
  return (
    <DeskLanguage catalogue={THINGS_CATALOGUE}>
      <div className={styles.page}>
        {within !== null && <ToCase within={within} />}
        <Things within={within} session={session} />
        {within === null && <Reviews />}
        <Pairs of={within === null ? {} : { case: within }} />
        <AddThing within={within} session={session} />
      </div>
    </DeskLanguage>
  )
}

function ToCase({ within }: { readonly within: string }) {
  const { say } = useLanguage()
  return (
    <p className={styles.back}>
      <Go to={`/cases/${within}`}>{say('thing.page.to_case')}</Go>
    </p>
  )
}
