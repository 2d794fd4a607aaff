import type { CustodyShown } from '@proofmark/contract/schemas/custody'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { newIdentifier } from '../enter/identifier.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { GROUNDS } from './grounds.ts'
import styles from './Recoveries.module.css'

interface ExplainBreakProps {
  readonly exhibit: string
  readonly of: Pick<CustodyShown['breaks'][number], 'event' | 'code'>
  readonly onChanged: () => void
}

/** Sets beside a break what happened, in the name of whoever is signed in; the break stays one. */
export function ExplainBreak(props: ExplainBreakProps) {
  const { say } = useLanguage()
  const [open, setOpen] = useState(false)
  if (open) return <Explaining {...props} />
  const { code } = props.of
  return (
    <Button
      weight="word"
      name={`explain ${code}`}
      aria-label={say('field.custody.explain_break', { break: say(`word.custody_break.${code}`) })}
      onClick={() => setOpen(true)}
    >
      {say('field.custody.explain')}
    </Button>
  )
}

function Explaining({ exhibit, of: { event, code }, onChanged }: ExplainBreakProps) {
  const { say } = useLanguage()
  const [why, setWhy] = useState('')
  // Sent again after its answer was lost, it is the same explanation.
  const [id] = useState(newIdentifier)
  const [tried, setTried] = useState(false)
  const { busy, error, act, again } = useDoing()
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault()
    setTried(true)
    const said = why.trim()
    if (said === '') return
    act(async () => {
      await api('custodyExplain', { id, exhibit, event, code, why: said, grounds: GROUNDS })
      onChanged()
    })
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-busy={busy}>
      <TextField
        label={say('field.custody.explain_why')}
        name="explanation"
        value={why}
        most={2000}
        hint={say('field.custody.explain_how')}
        error={
          tried && why.trim() === ''
            ? { reason: say('field.custody.order_wanting'), accepted: say('field.custody.explain_wanting') }
            : null
        }
        onChange={setWhy}
      />
      {error && <Failed error={error} onAgain={again} />}
      <Button type="submit" disabled={busy}>
        {say('field.custody.explain')}
      </Button>
    </form>
  )
}
