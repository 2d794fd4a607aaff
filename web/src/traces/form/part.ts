import type { FormDraft } from './form-draft.ts'

/** What every part of the form is given. */
export interface PartProps {
  readonly draft: FormDraft
  readonly change: (part: Partial<FormDraft>) => void
}
