import { BALLISTIC_READERS, EXAMINERS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { AddFile } from './AddFile.tsx'
import styles from './Ballistics.module.css'
import { Coverage } from './Coverage.tsx'
import { BALLISTIC_CATALOGUE } from './catalogue.ts'
import { GROUNDS } from './grounds.ts'
import { Referrals } from './Referrals.tsx'
import { Waiting } from './Waiting.tsx'
import { Weapons } from './Weapons.tsx'

/** The desk of ballistic results: what investigators should hear of, what one weapon fired, and what waits. */
export default function BallisticsPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, BALLISTIC_READERS))
    return <Forbidden page={say('common.page.ballistics')} session={session} roles={BALLISTIC_READERS} />
  return (
    <DeskLanguage catalogue={BALLISTIC_CATALOGUE}>
      <Page session={session} />
    </DeskLanguage>
  )
}

function Page({ session }: { readonly session: Session }) {
  // All is asked for anew when a file was taken in.
  const [taken, setTaken] = useState(0)
  return (
    <div className={styles.page}>
      <Referrals key={`referrals ${taken}`} />
      <Desk key={`desk ${taken}`} />
      {holdsOne(session, EXAMINERS) && <AddFile onTaken={() => setTaken(taken + 1)} />}
    </div>
  )
}

function Desk() {
  const { say } = useLanguage()
  const ask = useCallback((signal: AbortSignal) => api('ballisticList', { grounds: GROUNDS }, {}, signal), [])
  const [asked, again] = useAsked(ask)
  if (asked.kind === 'asking')
    return (
      <Section heading={say('ballistic.page.weapons')} busy>
        <Bars id="ballistic.page.asking" />
      </Section>
    )
  if (asked.kind === 'failed') return <Failed error={asked.error} onAgain={again} kept={false} />
  const { weapons, waiting, latest, figures } = asked.answer
  return (
    <>
      <Weapons weapons={weapons} latest={latest} />
      {waiting.length > 0 && <Waiting waiting={waiting} />}
      <Coverage figures={figures} />
    </>
  )
}
