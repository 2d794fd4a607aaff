import type { Session } from '@proofmark/contract/schemas/session'
import { Forbidden } from '../common/Forbidden.tsx'
import type { View } from '../frame/address.ts'
import { holdsOne, RECORDERS } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { IMPORTS_CATALOGUE } from './catalogue.ts'
import { ImportPage } from './ImportPage.tsx'
import { ImportsPage } from './ImportsPage.tsx'
import { NewImportPage } from './NewImportPage.tsx'

interface ImportsDeskProps {
  readonly view: Extract<View, { readonly name: 'imports' | 'import_new' | 'import' }>
  readonly session: Session
}

/** The import desk: the imports of the reader's agency, a new one, and the page of each. */
export default function ImportsDesk({ view, session }: ImportsDeskProps) {
  const { say } = useLanguage()
  if (!holdsOne(session, RECORDERS)) return <Forbidden page={say('imports.desk')} session={session} roles={RECORDERS} />
  return (
    <DeskLanguage catalogue={IMPORTS_CATALOGUE}>
      <Shown view={view} session={session} />
    </DeskLanguage>
  )
}

function Shown({ view, session }: ImportsDeskProps) {
  if (view.name === 'import_new') return <NewImportPage session={session} />
  if (view.name === 'import') return <ImportPage key={view.import} id={view.import} />
  return <ImportsPage />
}
