import { SAFETY_STATES, TRACES_FIRST } from '@proofmark/contract/recovery-words'
import { RECOVERY_KINDS } from '@proofmark/contract/trace-words'
import { Note } from '../../common/Note.tsx'
import { TextField } from '../../common/TextField.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { Choice, Picks } from './Choice.tsx'
import type { StepProps } from './step-props.ts'

/** What is asked of whoever holds a firearm in hand, before anything else. */
export function StepFirst({ desk, state }: StepProps) {
  const { say } = useLanguage()
  const { form } = state.draft
  const { safety } = form
  return (
    <>
      <Choice
        legend={say('field.label.safety')}
        name="safety"
        codes={SAFETY_STATES}
        word={(code) => say(`field.safety.${code}`)}
        value={safety?.state}
        onChoose={(code) => desk.say({ safety: { ...safety, state: code } })}
      />
      {safety?.state === 'not_made_safe' && (
        <Note tone="departure" heading={say('field.not_safe')}>
          {say('field.not_safe_how')}
        </Note>
      )}
      {safety?.state === 'made_safe' && (
        <TextField
          label={say('field.label.safety_by')}
          name="safetyBy"
          value={safety.by ?? ''}
          most={120}
          onChange={(by) => desk.say({ safety: { ...safety, by } })}
        />
      )}
      <Choice
        legend={say('field.label.tracesFirst')}
        name="tracesFirst"
        codes={TRACES_FIRST}
        word={(code) => say(`field.traces.${code}`)}
        value={form.tracesFirst}
        onChoose={(tracesFirst) => desk.say({ tracesFirst })}
      />
      <Choice
        legend={say('field.label.status')}
        name="status"
        codes={RECOVERY_KINDS}
        word={(code) => say(`field.status.${code}`)}
        value={form.status}
        onChoose={(status) => desk.say({ status, anonymous: status === 'surrendered' && form.anonymous })}
      />
      {form.status === 'surrendered' && (
        <>
          <Picks
            legend={say('field.label.anonymous')}
            name="anonymous"
            codes={['anonymous'] as const}
            word={() => say('field.anonymous')}
            chosen={form.anonymous ? ['anonymous'] : []}
            onChoose={(_, anonymous) =>
              desk.say(anonymous ? { anonymous, persons: [], vehicles: [], parcel: undefined } : { anonymous })
            }
          />
          {form.anonymous && <Note heading={say('field.anonymous_is')}>{say('field.anonymous_how')}</Note>}
        </>
      )}
    </>
  )
}
