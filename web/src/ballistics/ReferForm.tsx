import { REFERRAL_OUTCOMES, type ReferralOutcome } from '@proofmark/contract/ballistic-words'
import type { BallisticLink, BallisticShown } from '@proofmark/contract/schemas/ballistic'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { newIdentifier } from '../enter/identifier.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { Choice } from '../traces/form/fields.tsx'
import styles from './Ballistics.module.css'
import { GROUNDS } from './grounds.ts'

interface ReferFormProps {
  readonly link: BallisticLink
  readonly onChanged: (shown: BallisticShown) => void
}

type Act = 'told' | 'outcome'

/** Notes who was told of a comparison, and what came of it. */
export function ReferForm({ link, onChanged }: ReferFormProps) {
  const { say } = useLanguage()
  const [act, setAct] = useState<Act | null>(null)
  const wasTold = link.referrals.some((each) => each.act === 'told')
  if (act !== null) return <Noting link={link} act={act} onChanged={onChanged} onLeave={() => setAct(null)} />
  return (
    <p className={styles.buttons}>
      <Button onClick={() => setAct('told')}>{say('ballistic.page.tell')}</Button>
      {wasTold && <Button onClick={() => setAct('outcome')}>{say('ballistic.page.outcome')}</Button>}
    </p>
  )
}

function Noting({
  link,
  act,
  onChanged,
  onLeave,
}: ReferFormProps & { readonly act: Act; readonly onLeave: () => void }) {
  const { say } = useLanguage()
  const doing = useDoing()
  // Sent again after its answer was lost, it is the same note.
  const [id] = useState(newIdentifier)
  const [to, setTo] = useState('')
  const [outcome, setOutcome] = useState<ReferralOutcome | ''>('')
  const [tried, setTried] = useState(false)
  const missing = act === 'told' ? to.trim() === '' : outcome === ''
  const error =
    tried && missing ? { reason: say('ballistic.page.missing'), accepted: say(`ballistic.page.${act}_how`) } : null
  const note = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (missing) return
    const { first, second } = link
    const about = { id, first, second, grounds: GROUNDS }
    doing.act(async () => {
      const said =
        act === 'told' ? { act, to: to.trim(), ...about } : { act, outcome: outcome as ReferralOutcome, ...about }
      onChanged(await api('ballisticRefer', said))
      onLeave()
    })
  }
  return (
    <form className={styles.form} noValidate onSubmit={note}>
      {act === 'told' ? (
        <TextField name="to" label={say('ballistic.page.to')} value={to} most={120} error={error} onChange={setTo} />
      ) : (
        <Choice
          name="outcome"
          label={say('ballistic.page.outcome')}
          words={REFERRAL_OUTCOMES}
          wordOf={(word) => say(`ballistic.outcome.${word}`)}
          value={outcome}
          error={error}
          onChange={setOutcome}
        />
      )}
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      <p className={styles.buttons}>
        <Button type="submit" aria-disabled={doing.busy}>
          {say('ballistic.page.note')}
        </Button>
        <Button weight="word" onClick={onLeave}>
          {say('common.keep')}
        </Button>
      </p>
    </form>
  )
}
