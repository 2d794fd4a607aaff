import { EVALUATION_SCHEMES } from '@proofmark/contract/trace-words'
import { TextField } from '../../common/TextField.tsx'
import { useLanguage } from '../../frame/language.tsx'
import type { HandlingDraft } from '../draft-parts.ts'
import styles from './Form.module.css'
import { Choice, Day, Latin, LongText } from './fields.tsx'

interface HandlingFieldsProps {
  readonly handling: HandlingDraft
  readonly onChange: (handling: HandlingDraft) => void
}

/** How the originator evaluates what is said, and what may be done with it, in the originator's own scheme. */
export function HandlingFields({ handling, onChange }: HandlingFieldsProps) {
  const { say } = useLanguage()
  const set = (part: Partial<HandlingDraft>) => onChange({ ...handling, ...part })
  const hint = (of: 'source' | 'information' | 'codes') =>
    handling.scheme === '' ? undefined : say(`traces.form.handling.${of}`, { scheme: handling.scheme })
  return (
    <div className={styles.fields}>
      <Choice
        name="scheme"
        label={say('traces.form.scheme')}
        words={EVALUATION_SCHEMES}
        wordOf={(scheme) => say(`traces.form.scheme_name`, { scheme })}
        value={handling.scheme}
        onChange={(scheme) => set({ scheme })}
      />
      <TextField
        name="originator"
        label={say('traces.form.originator')}
        value={handling.originator}
        most={120}
        onChange={(originator) => set({ originator })}
      />
      <Latin
        name="sourceGrade"
        label={say('traces.form.source_grade')}
        hint={hint('source')}
        value={handling.sourceGrade}
        most={20}
        onChange={(sourceGrade) => set({ sourceGrade })}
      />
      <Latin
        name="informationGrade"
        label={say('traces.form.information_grade')}
        hint={hint('information')}
        value={handling.informationGrade}
        most={20}
        onChange={(informationGrade) => set({ informationGrade })}
      />
      <Latin
        name="codes"
        label={say('traces.form.codes')}
        hint={hint('codes')}
        value={handling.codes}
        most={120}
        onChange={(codes) => set({ codes })}
      />
      <Day
        name="expires"
        label={say('traces.form.expires')}
        value={handling.expires}
        onChange={(expires) => set({ expires })}
      />
      <div className={styles.wide}>
        <LongText
          name="conditions"
          label={say('traces.form.conditions')}
          value={handling.conditions}
          most={4_000}
          onChange={(conditions) => set({ conditions })}
        />
      </div>
    </div>
  )
}
