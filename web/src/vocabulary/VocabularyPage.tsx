import type { Session } from '@proofmark/contract/schemas/session'
import type { VocabularyField } from '@proofmark/domain/vocabulary-field'
import { useState } from 'react'
import { Forbidden } from '../common/Forbidden.tsx'
import { holdsOne, STEWARDS } from '../frame/desk-roles.ts'
import { type DeskCatalogue, DeskLanguage, useLanguage } from '../frame/language.tsx'
import { Decisions } from './Decisions.tsx'
import { FieldFilter } from './FieldFilter.tsx'
import { ReadAgain } from './ReadAgain.tsx'
import { useQueue } from './useQueue.ts'
import styles from './VocabularyPage.module.css'
import { Waiting } from './Waiting.tsx'

const CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/vocabulary.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/vocabulary.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/vocabulary.json', { with: { type: 'json' } }),
}

/** The data steward's desk: texts that no table knows, what was decided of them, and reading the records again. */
export default function VocabularyPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, STEWARDS))
    return <Forbidden page={say('common.page.vocabulary')} session={session} roles={STEWARDS} />
  return (
    <DeskLanguage catalogue={CATALOGUE}>
      <VocabularyDesk />
    </DeskLanguage>
  )
}

function VocabularyDesk() {
  const [field, setField] = useState<VocabularyField | null>(null)
  const queue = useQueue(field)
  // Each change of what is decided makes the list of decisions old.
  const [changes, setChanges] = useState(0)
  const decided = () => setChanges((before) => before + 1)
  return (
    <div className={styles.page}>
      <FieldFilter field={field} onChoose={setField} />
      <div className={styles.waiting}>
        <Waiting queue={queue} field={field} onChanged={decided} />
      </div>
      <div className={styles.aside}>
        <ReadAgain decided={queue.decided} changes={changes} onRead={queue.again} />
        <Decisions key={field} field={field} changes={changes} onWithdrawn={queue.again} />
      </div>
    </div>
  )
}
