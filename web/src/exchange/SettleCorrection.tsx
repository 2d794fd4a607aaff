import { CORRECTION_ACTS, type CorrectionAct } from '@proofmark/contract/exchange-words'
import type { ReceivedCorrection } from '@proofmark/contract/schemas/correction'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'

interface SettleCorrectionProps {
  readonly correction: Pick<ReceivedCorrection, 'partner' | 'message'>
  readonly touched: ReceivedCorrection['traces'][number]
  readonly onSettled: () => void
}

/** What is done at a trace about a correction: what is proposed stands chosen, and a person says why. */
export function SettleCorrection({ correction, touched, onSettled }: SettleCorrectionProps) {
  const { say } = useLanguage()
  const { busy, error, act: doing, again } = useDoing()
  const [act, setAct] = useState<CorrectionAct>(touched.proposed)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const open = CORRECTION_ACTS.filter((each) => each !== 'taken_back' || touched.records.length > 0)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (note.trim() === '') return
    const { partner, message } = correction
    doing(async () => {
      await api('correctionSettle', { trace: touched.trace, partner, message, act, note: note.trim() })
      onSettled()
    })
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <Field label={say('correction.what')}>
        {(control) => (
          <select {...control} name="act" value={act} onChange={({ target }) => setAct(target.value as CorrectionAct)}>
            {open.map((each) => (
              <option key={each} value={each}>
                {say(`correction.act.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        label={say('correction.note')}
        error={tried && note.trim() === '' ? { reason: say('correction.note_missing'), accepted: '' } : null}
        name="note"
        value={note}
        most={500}
        onChange={setNote}
      />
      {error && <Failed error={error} onAgain={again} />}
      <Button type="submit" aria-disabled={busy}>
        {say('correction.settle')}
      </Button>
    </form>
  )
}
