import type { Session } from '@proofmark/contract/schemas/session'
import type { VocabularyField } from '@proofmark/domain/vocabulary-field'
import { useState } from 'react'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import { holdsOne, STEWARDS } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { VOCABULARY_CATALOGUE } from './catalogue.ts'
import { Decisions } from './Decisions.tsx'
import { FieldFilter } from './FieldFilter.tsx'
import { ReadAgain } from './ReadAgain.tsx'
import { useQueue } from './useQueue.ts'
import styles from './VocabularyPage.module.css'
import { Waiting } from './Waiting.tsx'

/** The data steward's desk: texts that no table knows, what was decided of them, and reading the records again. */
export default function VocabularyPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, STEWARDS))
    return <Forbidden page={say('common.page.vocabulary')} session={session} roles={STEWARDS} />
  return (
    <DeskLanguage catalogue={VOCABULARY_CATALOGUE}>
      <VocabularyDesk />
    </DeskLanguage>
  )
}

function VocabularyDesk() {
  const { say } = useLanguage()
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
        <Section heading={say('vocabulary.packs')}>
          <p>
            {say('vocabulary.packs_how')} <Go to="/vocabulary/packs">{say('vocabulary.packs_open')}</Go>
          </p>
        </Section>
        <Section heading={say('common.page.law')}>
          <p>
            {say('vocabulary.law_how')} <Go to="/law">{say('vocabulary.law_open')}</Go>
          </p>
        </Section>
        <Decisions key={field} field={field} changes={changes} onWithdrawn={queue.again} />
      </div>
    </div>
  )
}
