import type { TraceClosing } from '@proofmark/contract/schemas/trace-shown'
import { useState } from 'react'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { Choice } from '../form/fields.tsx'
import { GROUNDS } from '../grounds.ts'
import { ActForm } from './ActForm.tsx'
import type { ActProps } from './act.ts'
import { Reason } from './fields.tsx'

/** A second person says whether a closed trace counts as traced. */
export function ApproveForm({ trace, closing, onChanged, onLeave }: ActProps & { readonly closing: TraceClosing }) {
  const { say } = useLanguage()
  const [verdict, setVerdict] = useState<'approved' | 'refused' | ''>('')
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const doing = useDoing()
  const approve = () => {
    setTried(true)
    if (verdict === '' || why.trim() === '') return
    doing.act(async () =>
      onChanged(
        await api('traceApprove', {
          trace: trace.id,
          closing: closing.number,
          approved: verdict === 'approved',
          why: why.trim(),
          grounds: GROUNDS,
        }),
      ),
    )
  }
  return (
    <ActForm
      heading={say('traces.page.act.approve')}
      told={say('traces.page.told.approve', {
        by: closing.by,
        status: say(`word.origin_status.${closing.originStatus}`),
      })}
      act={say('traces.page.say_so')}
      doing={doing}
      onAct={approve}
      onLeave={onLeave}
    >
      <Choice
        name="verdict"
        label={say('traces.page.verdict')}
        words={['approved', 'refused']}
        wordOf={(word) => say(`traces.page.verdict.${word}`)}
        value={verdict}
        error={
          tried && verdict === ''
            ? { reason: say('traces.page.missing'), accepted: say('traces.page.accepted.verdict') }
            : null
        }
        onChange={setVerdict}
      />
      <Reason value={why} missing={tried && why.trim() === ''} onChange={setWhy} />
    </ActForm>
  )
}
