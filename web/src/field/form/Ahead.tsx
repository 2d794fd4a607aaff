import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import { Note } from '../../common/Note.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { liesAhead } from '../draft/draft.ts'

/** Says that a recovery is dated ahead while it can still be put right: the break in its chains would stay. */
export function Ahead({ form }: { readonly form: Pick<RecoveryForm, 'date' | 'time'> }) {
  const { say } = useLanguage()
  if (!liesAhead(form, new Date())) return null
  return (
    <Note tone="departure" role="status" heading={say('field.ahead')}>
      {say('field.ahead_how')}
    </Note>
  )
}
