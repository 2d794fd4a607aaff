import type { TraceShown } from '@proofmark/contract/schemas/trace-shown'
import { Section } from '../../common/Section.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { Acts } from '../acts/Acts.tsx'
import { AddresseePart } from './AddresseePart.tsx'
import { AskerPart } from './AskerPart.tsx'
import { CircumstancesPart } from './CircumstancesPart.tsx'
import { Completeness } from './Completeness.tsx'
import { Duplicates } from './Duplicates.tsx'
import { FirearmPart } from './FirearmPart.tsx'
import styles from './Form.module.css'
import { HandlingFields } from './HandlingFields.tsx'
import { PriorityPart } from './PriorityPart.tsx'
import { Proposed } from './Proposed.tsx'
import { QuestionsPart } from './QuestionsPart.tsx'
import { SavedState } from './SavedState.tsx'
import { UsePart } from './UsePart.tsx'
import { useForm } from './useForm.ts'

interface DraftSheetProps {
  readonly trace: TraceShown
  readonly account: string
  readonly onChanged: (trace: TraceShown) => void
}

/** A request while it is written: the form, and beside it what is missing and what may be done next. */
export function DraftSheet({ trace, account, onChanged }: DraftSheetProps) {
  const { say } = useLanguage()
  const form = useForm(trace, onChanged)
  const part = { draft: form.draft, change: form.change }
  return (
    <div className={styles.sheet}>
      <div className={styles.beside}>
        <Completeness completeness={trace.completeness} />
        <SavedState form={form} />
        <Duplicates duplicates={trace.duplicates} />
        <Acts trace={trace} account={account} before={form.save} onChanged={onChanged} />
      </div>
      <div className={styles.parts}>
        <Proposed trace={trace} form={form} />
        <FirearmPart {...part} />
        <CircumstancesPart {...part} />
        <UsePart {...part} />
        <AddresseePart {...part} trace={trace} />
        <AskerPart {...part} />
        <PriorityPart {...part} />
        <QuestionsPart {...part} />
        <Section heading={say('traces.form.handling')}>
          <p className={styles.told}>{say('traces.form.handling_told')}</p>
          <HandlingFields handling={form.draft.handling} onChange={(handling) => form.change({ handling })} />
        </Section>
      </div>
    </div>
  )
}
