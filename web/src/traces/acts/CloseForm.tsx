import { DIVERSION_KINDS } from '@proofmark/contract/life-words'
import type { TraceClosing } from '@proofmark/contract/schemas/trace-shown'
import { FAILURE_CODES, ORIGIN_STATUSES, TRACE_OUTCOMES } from '@proofmark/contract/trace-words'
import { useState } from 'react'
import { TextField } from '../../common/TextField.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import form from '../form/Form.module.css'
import { Choice, Day, LongText } from '../form/fields.tsx'
import { GROUNDS } from '../grounds.ts'
import { ActForm } from './ActForm.tsx'
import type { ActProps } from './act.ts'
import {
  type ClosingDraft,
  closingDraftOf,
  closingOf,
  countsAsTraced,
  draftOfClosing,
  hasFailed,
} from './closing-draft.ts'
import { Reason } from './fields.tsx'

interface CloseFormProps extends ActProps {
  /** The closing that is corrected, where the trace is closed already. */
  readonly corrected: TraceClosing | null
}

/**
 * Closes a request: how the origin stands, to where the trace led, and where it failed the cause; or says one of these anew
 * of a request that is closed.
 */
export function CloseForm({ trace, corrected, before, onChanged, onLeave }: CloseFormProps) {
  const { say } = useLanguage()
  const [draft, setDraft] = useState(() => (corrected === null ? closingDraftOf(trace) : draftOfClosing(corrected)))
  const [tried, setTried] = useState(false)
  const doing = useDoing()
  const word = corrected === null ? 'close' : 'correct'
  const change = (part: Partial<ClosingDraft>) => setDraft({ ...draft, ...part })
  const asked = closingOf(draft)
  const close = () => {
    setTried(true)
    if (asked.lacks.length > 0 || !asked.closing) return
    const closing = asked.closing
    doing.act(async () => {
      if (!(await before())) return
      const said = { trace: trace.id, ...closing, grounds: GROUNDS }
      onChanged(
        corrected === null
          ? await api('traceClose', said)
          : await api('traceCorrect', { ...said, closing: corrected.number }),
      )
    })
  }
  const wrong = (lack: (typeof asked.lacks)[number]) =>
    tried && asked.lacks.includes(lack)
      ? { reason: say('traces.page.missing'), accepted: say(`traces.page.accepted.${lack}`) }
      : null
  return (
    <ActForm
      heading={say(`traces.page.act.${word}`)}
      told={say(`traces.page.told.${word}`)}
      act={say(`traces.page.act.${word}`)}
      doing={doing}
      onAct={close}
      onLeave={onLeave}
    >
      <div className={form.fields}>
        <Choice
          name="originStatus"
          label={say('traces.page.origin_status')}
          words={ORIGIN_STATUSES}
          wordOf={(status) => say(`word.origin_status.${status}`)}
          value={draft.originStatus}
          error={wrong('origin_status')}
          hint={countsAsTraced(draft) ? say('traces.page.counts_hint') : undefined}
          onChange={(originStatus) => change({ originStatus })}
        />
        <Choice
          name="closeOutcome"
          label={say('traces.page.outcome')}
          words={TRACE_OUTCOMES}
          wordOf={(outcome) => say(`word.trace_outcome.${outcome}`)}
          value={draft.outcome}
          error={wrong('outcome')}
          onChange={(outcome) => change({ outcome })}
        />
        {hasFailed(draft) && (
          <Choice
            name="failure"
            label={say('traces.page.failure')}
            words={FAILURE_CODES}
            wordOf={(code) => `${code} · ${say(`failure.${code}`)}`}
            value={draft.failure}
            error={wrong('failure')}
            onChange={(failure) => change({ failure })}
          />
        )}
      </div>
      {countsAsTraced(draft) && (
        <>
          <h4 className={form.group}>{say('traces.page.point')}</h4>
          <div className={form.fields}>
            <Choice
              name="pointKind"
              label={say('traces.page.diversion')}
              words={DIVERSION_KINDS}
              wordOf={(kind) => say(`word.explanation.${kind}`)}
              value={draft.kind}
              error={wrong('point_kind')}
              onChange={(kind) => change({ kind })}
            />
            <Day
              name="pointFrom"
              label={say('traces.page.after')}
              value={draft.from}
              error={wrong('point_window')}
              onChange={(from) => change({ from })}
            />
            <Day name="pointTo" label={say('traces.page.by_day')} value={draft.to} onChange={(to) => change({ to })} />
            <TextField
              name="pointPlace"
              label={say('traces.form.place')}
              value={draft.place}
              most={200}
              onChange={(place) => change({ place })}
            />
            <TextField
              name="pointHolder"
              label={say('traces.page.last_lawful_holder')}
              value={draft.holder}
              most={200}
              onChange={(holder) => change({ holder })}
            />
            <LongText
              name="evidence"
              label={say('traces.page.rests_on')}
              hint={say('traces.form.one_a_line')}
              value={draft.evidence}
              most={4_800}
              error={wrong('evidence')}
              onChange={(evidence) => change({ evidence })}
            />
          </div>
        </>
      )}
      <Reason value={draft.why} missing={tried && asked.lacks.includes('why')} onChange={(why) => change({ why })} />
    </ActForm>
  )
}
