import { DESKS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import { useState } from 'react'
import { Forbidden } from '../common/Forbidden.tsx'
import { holdsOne, STEWARDS } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { QUALITY_CATALOGUE } from './catalogue.ts'
import { Links } from './Links.tsx'
import { Lists } from './Lists.tsx'
import { Notices } from './Notices.tsx'
import styles from './QualityPage.module.css'
import { Recording } from './Recording.tsx'

/** How good the links are, how sources record, and what stewards should look at. */
export default function QualityPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, DESKS)) return <Forbidden page={say('common.page.quality')} session={session} roles={DESKS} />
  return (
    <DeskLanguage catalogue={QUALITY_CATALOGUE}>
      <Page session={session} />
    </DeskLanguage>
  )
}

function Page({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  // What was told is asked for anew whenever something is told or taken back.
  const [told, setTold] = useState(0)
  const steward = holdsOne(session, STEWARDS)
  return (
    <div className={styles.page}>
      <p className={styles.how}>{say('quality.how')}</p>
      <Links />
      <Lists steward={steward} onTold={() => setTold(told + 1)} />
      <Notices key={told} steward={steward} />
      <Recording />
    </div>
  )
}
