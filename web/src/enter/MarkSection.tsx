import { saysNoNumber, saysNumber } from '@proofmark/contract/entry-fields'
import { MARK_STATES, PARTS } from '@proofmark/domain/marking'
import { Field } from '../common/Field.tsx'
import { Section } from '../common/Section.tsx'
import { useLanguage } from '../frame/language.tsx'
import { MarkField } from '../mark/MarkField.tsx'
import styles from './EnterForm.module.css'
import type { EntryDesk, EntryState } from './entry-desk.ts'
import { problemOf, refusedFields } from './outcome.ts'
import { readAs } from './ReadAs.tsx'

interface MarkSectionProps {
  readonly desk: EntryDesk
  readonly state: EntryState
  readonly onSubmit: () => void
}

/** The serial as it stands on the item, its state in a word, and the part that it stands on. */
export function MarkSection({ desk, state, onSubmit }: MarkSectionProps) {
  const language = useLanguage()
  const { say } = language
  const { draft, hints } = state
  const { serial = '', serial_state: markState, part } = draft.stated
  const noNumber = saysNoNumber(markState)
  const typed = serial.trim() !== ''
  const change = (field: 'serial' | 'serial_state' | 'part', value: string) =>
    desk.change({ stated: { ...draft.stated, [field]: value } })
  // Without a number none can be called legible; with one, only what is said of a number fits.
  const states = MARK_STATES.filter((code) => code === markState || typed || !saysNumber(code))
  const left = refusedFields(state).includes('serial') && !typed && !markState
  const contradicted = refusedFields(state).includes('serial_state')
  const problem = problemOf(state, 'serial')
  return (
    <Section heading={say('enter.mark')} aside={say('enter.mark_aside')} ruled={false}>
      {noNumber ? (
        <p className={styles.noNumber}>{say(`word.mark_state.${markState}`)}</p>
      ) : (
        <MarkField
          typed={serial}
          onType={(text) => change('serial', text)}
          onSubmit={onSubmit}
          error={problem ? `${problem.reason} ${problem.accepted}` : left ? say('enter.mark_left_out') : null}
        />
      )}
      <p className={styles.under} aria-live="polite">
        {!noNumber && readAs(language, { field: 'serial', text: serial.trim(), hints })}
      </p>
      <Field
        label={say('enter.field.serial_state')}
        hint={noNumber && typed ? say('enter.mark_kept', { serial }) : null}
        error={contradicted ? { reason: say('enter.contradicts'), accepted: say('enter.contradicts_accepted') } : null}
      >
        {(control) => (
          <select
            {...control}
            name="serial_state"
            value={markState ?? ''}
            onChange={(event) => change('serial_state', event.target.value)}
          >
            <option value="">{say(typed ? 'enter.state_as_typed' : 'common.choose')}</option>
            {states.map((code) => (
              <option key={code} value={code}>
                {say(`word.mark_state.${code}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say('enter.field.part')}>
        {(control) => (
          <select {...control} name="part" value={part ?? ''} onChange={(event) => change('part', event.target.value)}>
            <option value="">{say('enter.part_not_said')}</option>
            {PARTS.filter((code) => code !== 'unknown').map((code) => (
              <option key={code} value={code}>
                {say(`word.part.${code}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </Section>
  )
}
