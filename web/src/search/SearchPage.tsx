import { READERS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import { Forbidden } from '../common/Forbidden.tsx'
import type { FindDesk } from '../find/useFind.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { type DeskCatalogue, DeskLanguage, useLanguage } from '../frame/language.tsx'
import { Found } from './Found.tsx'
import { SearchForm } from './SearchForm.tsx'
import styles from './SearchPage.module.css'
import type { SearchDesk } from './useSearch.ts'

const CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/search.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/search.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/search.json', { with: { type: 'json' } }),
}

interface SearchPageProps {
  readonly desk: SearchDesk
  /** Why the reader looks, asked for once and the same on every desk. */
  readonly grounds: Pick<FindDesk, 'draft' | 'change'>
  readonly session: Session
}

/** Ordinary search: words or a number out of a file, and the records that state them. */
export default function SearchPage({ desk, grounds, session }: SearchPageProps) {
  const { say } = useLanguage()
  if (!holdsOne(session, READERS))
    return <Forbidden page={say('common.page.search')} session={session} roles={READERS} />
  return (
    <DeskLanguage catalogue={CATALOGUE}>
      <div className={styles.page}>
        <SearchForm desk={desk} grounds={grounds} session={session} />
        <Found desk={desk} />
      </div>
    </DeskLanguage>
  )
}
