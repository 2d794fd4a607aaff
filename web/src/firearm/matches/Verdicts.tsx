import type { Match } from '@proofmark/contract/schemas/judgement'
import { useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { directionOf } from '../../common/direction.ts'
import { Field } from '../../common/Field.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { type Verdict, verdictsFor } from './standing.ts'
import styles from './Verdicts.module.css'

interface VerdictsProps {
  readonly match: Match
  readonly describedBy: string
  readonly busy: boolean
  readonly onJudge: (verdict: Verdict, reason: string) => void
}

const MOST_CHARACTERS = 500

/** The verdicts, one click each; a reason may be given first and stands in the history. */
export function Verdicts({ match, describedBy, busy, onJudge }: VerdictsProps) {
  const { say } = useLanguage()
  const [reason, setReason] = useState('')
  return (
    <div className={styles.verdicts}>
      <div className={styles.buttons}>
        {verdictsFor(match).map((verdict) => (
          <Button
            key={verdict}
            aria-describedby={describedBy}
            aria-disabled={busy}
            onClick={() => {
              onJudge(verdict, reason.trim())
              setReason('')
            }}
          >
            {say(`firearm.judge.${match.relation}.${verdict}`)}
          </Button>
        ))}
      </div>
      <details>
        <summary>{say('firearm.with_reason')}</summary>
        <Field label={say('firearm.reason')}>
          {(control) => (
            <input
              {...control}
              name="reason"
              dir={directionOf(reason)}
              value={reason}
              maxLength={MOST_CHARACTERS}
              autoComplete="off"
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </details>
    </div>
  )
}
