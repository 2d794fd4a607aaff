import { EVALUATION_SCHEMES } from '@proofmark/contract/trace-words'
import { SCHEMES } from '@proofmark/domain/evaluation'
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
  const scheme = handling.scheme === '' ? null : SCHEMES[handling.scheme]
  // What an originator wrote stays among the choices, whether or not the scheme has it.
  const offered = (of: 'source' | 'information', now: string) =>
    [...new Set([...(scheme?.[of] ?? []), now])].filter((word) => word !== '')
  const gradeWord = (grade: string) => (/^[A-Z0-9]$/.test(grade) ? grade : say('traces.form.grade', { grade }))
  const schemes = EVALUATION_SCHEMES.filter((each) => SCHEMES[each].written || each === handling.scheme)
  return (
    <div className={styles.fields}>
      <Choice
        name="scheme"
        label={say('traces.form.scheme')}
        words={schemes}
        wordOf={(word) => say('traces.form.scheme_name', { scheme: word })}
        value={handling.scheme}
        onChange={(chosen) => set({ scheme: chosen, sourceGrade: '', informationGrade: '' })}
      />
      <TextField
        name="originator"
        label={say('traces.form.originator')}
        value={handling.originator}
        most={120}
        onChange={(originator) => set({ originator })}
      />
      <Choice
        name="sourceGrade"
        label={say('traces.form.source_grade')}
        none={say('traces.form.no_grade')}
        words={offered('source', handling.sourceGrade)}
        wordOf={gradeWord}
        hint={hint('source')}
        value={handling.sourceGrade}
        onChange={(sourceGrade) => set({ sourceGrade })}
      />
      <Choice
        name="informationGrade"
        label={say('traces.form.information_grade')}
        none={say('traces.form.no_grade')}
        words={offered('information', handling.informationGrade)}
        wordOf={gradeWord}
        hint={hint('information')}
        value={handling.informationGrade}
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
