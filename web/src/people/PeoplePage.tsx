import type { Session } from '@proofmark/contract/schemas/session'
import { useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import { ADMINISTRATORS, holdsOne, OVERSEERS } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { SIGN_IN_CATALOGUE } from '../sign-in/catalogue.ts'
import { Agencies } from './Agencies.tsx'
import { waitingForReader } from './by-agency.ts'
import { Invite } from './Invite.tsx'
import styles from './PeoplePage.module.css'
import { Trace } from './Trace.tsx'
import { usePeople } from './usePeople.ts'
import { Waiting } from './Waiting.tsx'

/** The people of the installation: who may sign in, which roles wait for a second person, and who signed in when. */
export default function PeoplePage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, OVERSEERS))
    return <Forbidden page={say('common.page.people')} session={session} roles={OVERSEERS} />
  return (
    <DeskLanguage catalogue={SIGN_IN_CATALOGUE}>
      <Shown session={session} />
    </DeskLanguage>
  )
}

function Shown({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  const { accounts, agencies, error, ask } = usePeople()
  const [traced, setTraced] = useState<string | null>(null)
  const changes = holdsOne(session, ADMINISTRATORS)
  if (!accounts && error) return <Failed error={error} onAgain={ask} kept={false} />
  if (!accounts)
    return (
      <Section heading={say('common.page.people')} busy>
        <Bars id="people.asking" />
      </Section>
    )
  return (
    <div className={changes ? styles.page : styles.single}>
      <div className={styles.column}>
        {error && <Failed error={error} onAgain={ask} kept={false} />}
        <Waiting people={waitingForReader(accounts)} onChanged={ask} />
        <Agencies
          accounts={accounts}
          agencies={agencies}
          session={session}
          changes={changes}
          onChanged={ask}
          onTrace={setTraced}
        />
        <Trace key={traced} accounts={accounts} first={traced} />
      </div>
      {changes && (
        <div className={styles.column}>
          <Invite agencies={agencies} onInvited={ask} />
        </div>
      )}
    </div>
  )
}
