import type { Session } from '@proofmark/contract/schemas/session'
import type { RefObject } from 'react'
import { Forbidden } from '../common/Forbidden.tsx'
import type { FindDesk } from '../find/useFind.ts'
import { api } from '../frame/api.ts'
import { holdsOne, RECORDERS } from '../frame/desk-roles.ts'
import { type DeskCatalogue, DeskLanguage, useLanguage } from '../frame/language.tsx'
import { EnterForm } from './EnterForm.tsx'
import { createEntryDesk, type EntryDesk } from './entry-desk.ts'
import { newIdentifier } from './identifier.ts'

const CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/entry.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/entry.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/entry.json', { with: { type: 'json' } }),
}

interface EnterPageProps {
  /** Where the desk outlives its page, in memory alone: a draft may name persons. */
  readonly kept: RefObject<EntryDesk | null>
  /** Why the reader looks, asked for once and the same on every desk. */
  readonly grounds: Pick<FindDesk, 'draft' | 'change'>
  readonly session: Session
}

/** The desk at which one record is entered by hand. */
export default function EnterPage({ kept, grounds, session }: EnterPageProps) {
  const { say } = useLanguage()
  if (!holdsOne(session, RECORDERS))
    return <Forbidden page={say('common.page.enter')} session={session} roles={RECORDERS} />
  kept.current ??= createEntryDesk({ call: api, newIdentifier })
  return (
    <DeskLanguage catalogue={CATALOGUE}>
      <EnterForm desk={kept.current} grounds={grounds} session={session} />
    </DeskLanguage>
  )
}
