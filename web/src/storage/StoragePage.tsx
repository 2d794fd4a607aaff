import { CUSTODY_KEEPERS, EXHIBIT_MANAGERS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { AddPlace } from './AddPlace.tsx'
import { STORAGE_CATALOGUE } from './catalogue.ts'
import { InPlace } from './InPlace.tsx'
import { Places } from './Places.tsx'
import { Stocktakes } from './Stocktakes.tsx'
import styles from './Storage.module.css'

interface StoragePageProps {
  /** Which place the address names; null: all of them. */
  readonly place: string | null
  readonly session: Session
}

/** Where the agency's exhibits lie: its places, what lies in one, and the stock that was taken. */
export default function StoragePage({ place, session }: StoragePageProps) {
  const { say } = useLanguage()
  if (!holdsOne(session, CUSTODY_KEEPERS))
    return <Forbidden page={say('common.page.storage')} session={session} roles={CUSTODY_KEEPERS} />
  return (
    <DeskLanguage catalogue={STORAGE_CATALOGUE}>
      <Shown place={place} session={session} />
    </DeskLanguage>
  )
}

function Shown({ place, session }: StoragePageProps) {
  const { say } = useLanguage()
  const [asked, again] = useAsked(useCallback(() => api('storageList'), []))
  if (asked.kind === 'failed') return <Failed error={asked.error} kept={false} onAgain={again} />
  if (asked.kind === 'asking')
    return (
      <Section heading={say('storage.places')} ruled={false} busy>
        <Bars id="storage.opening" />
      </Section>
    )
  const { places } = asked.answer
  const chosen = places.find(({ id }) => id === place) ?? null
  const manages = holdsOne(session, EXHIBIT_MANAGERS)
  return (
    <div className={styles.page}>
      <Places places={places} chosen={chosen?.id ?? null} />
      {chosen && <InPlace key={chosen.id} place={chosen} manages={manages} />}
      {places.length > 0 && <Stocktakes key={`stock ${chosen?.id}`} storage={chosen?.id ?? null} />}
      {manages && <AddPlace places={places} within={chosen?.id ?? ''} onAdded={again} />}
    </div>
  )
}
