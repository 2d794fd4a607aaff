import { RECOVERERS } from '@proofmark/contract/route'
import type { RecoveryShown } from '@proofmark/contract/schemas/recovery-answers'
import type { Session } from '@proofmark/contract/schemas/session'
import { type ReactNode, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { GROUNDS } from './grounds.ts'
import styles from './Recoveries.module.css'

type Near = RecoveryShown['near'][number]
type Verdict = 'same' | 'different' | 'withdrawn'

/** Marks, plates and days run from left to right, whatever the language that they stand in. */
const isolated = (text: string): string => `\u2066${text}\u2069`

interface NearRecoveriesProps {
  readonly shown: RecoveryShown
  readonly session: Session
  readonly onChanged: () => void
}

/** Other reports of what may be one incident, with why; a person says whether they are, and may take it back. */
export function NearRecoveries({ shown, session, onChanged }: NearRecoveriesProps) {
  const { say, figures } = useLanguage()
  if (shown.near.length === 0) return null
  return (
    <Section heading={say('field.near')} aside={figures.count(shown.near.length)}>
      <ul className={styles.items}>
        {shown.near.map((near) => (
          <li key={near.recovery} data-near={near.joined?.verdict ?? 'open'}>
            <Leading near={near} />
            {near.reasons.length > 0 && (
              <span className={styles.quiet}>
                <Facts>
                  {near.reasons.map(({ kind, value }) => say(`field.near.${kind}`, { value: isolated(value) }))}
                </Facts>
              </span>
            )}
            {near.joined && (
              <p>
                <strong>{say(`field.joined.${near.joined.verdict}`)}</strong>{' '}
                {say('field.joined_by', { name: near.joined.by, at: figures.moment(near.joined.at) })}{' '}
                <bdi>{near.joined.why}</bdi>
              </p>
            )}
            {holdsOne(session, RECOVERERS) && <Judging recovery={shown.recovery} near={near} onChanged={onChanged} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What the reader may open of it: the recovery itself, a record that was released to them, or nothing. */
function Leading({ near }: { readonly near: Near }): ReactNode {
  const { say } = useLanguage()
  const said = (
    <Facts>
      {[
        <bdi key="agency">{near.agency}</bdi>,
        near.reference,
        near.date,
        near.place,
        near.exhibits > 0 ? say('field.items_count', { count: near.exhibits }) : null,
      ]}
    </Facts>
  )
  if (near.readable) return <Go to={`/recoveries/${near.recovery}`}>{said}</Go>
  if (near.record !== null) return <Go to={`/records/${near.record}`}>{said}</Go>
  return said
}

function Judging({
  recovery,
  near,
  onChanged,
}: {
  readonly recovery: string
  readonly near: Near
  readonly onChanged: () => void
}) {
  const { say } = useLanguage()
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const { busy, error, act, again } = useDoing()
  const verdicts: readonly Verdict[] = near.joined === null ? ['same', 'different'] : ['withdrawn']
  if (verdict === null)
    return (
      <div className={styles.actions}>
        {verdicts.map((each) => (
          <Button key={each} name={each} onClick={() => setVerdict(each)}>
            {say(`field.join.${each}`)}
          </Button>
        ))}
      </div>
    )
  const missing = why.trim() === ''
  const join = () => {
    setTried(true)
    if (missing) return
    act(async () => {
      await api('recoveryJoin', { recovery, other: near.recovery, verdict, why: why.trim(), grounds: GROUNDS })
      onChanged()
    })
  }
  return (
    <form
      className={styles.form}
      noValidate
      aria-busy={busy}
      onSubmit={(event) => {
        event.preventDefault()
        join()
      }}
    >
      <TextField
        label={say('field.join_why')}
        name="why"
        value={why}
        most={500}
        error={tried && missing ? { reason: say('field.join_why_missing'), accepted: say('field.join_why_how') } : null}
        onChange={setWhy}
      />
      {error && <Failed error={error} onAgain={again} />}
      <div className={styles.actions}>
        <Button weight="main" type="submit" disabled={busy}>
          {say(`field.join.${verdict}`)}
        </Button>
        <Button weight="word" onClick={() => setVerdict(null)}>
          {say('common.keep')}
        </Button>
      </div>
    </form>
  )
}
