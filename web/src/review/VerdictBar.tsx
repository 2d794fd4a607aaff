import type { Match } from '@proofmark/contract/schemas/judgement'
import { Button } from '../common/Button.tsx'
import { directionOf } from '../common/direction.ts'
import { Field } from '../common/Field.tsx'
import { useLanguage } from '../frame/language.tsx'
import { KEYS, type KeyAct } from './keys.ts'
import styles from './VerdictBar.module.css'

interface KeysState {
  readonly used: boolean
  readonly shown: boolean
}

interface VerdictBarProps {
  readonly match: Match
  readonly busy: boolean
  readonly reason: string
  readonly keys: KeysState
  readonly undoable: boolean
  readonly onReason: (reason: string) => void
  readonly onKeys: (keys: KeysState) => void
  readonly onAct: (act: KeyAct) => void
}

const MOST_CHARACTERS = 500
const POSITIVE = { same: 'same', component: 'component-of', 'same-lot': 'same-lot' } as const

/** The verdicts and their keys: after each the next pair comes up by itself. */
export function VerdictBar({ match, busy, reason, keys, undoable, onReason, onKeys, onAct }: VerdictBarProps) {
  const { say } = useLanguage()
  const { relation } = match
  const named = (verdict: string) => say(`firearm.judge.${relation}.${verdict}`)
  const button = (act: KeyAct, key: string, words: string, weight: 'main' | 'outlined' | 'word' = 'outlined') => (
    <Button
      weight={weight}
      aria-disabled={busy}
      aria-keyshortcuts={keys.used ? key : undefined}
      onClick={() => onAct(act)}
    >
      {keys.used && <kbd>{key}</kbd>} {words}
    </Button>
  )
  return (
    <section className={styles.bar} aria-label={say('review.decide')}>
      <div className={styles.buttons}>
        {button('same', 'S', named(POSITIVE[relation]), 'main')}
        {button('different', 'D', named('different'))}
        {button('undecided', 'U', named('undecided'))}
        {button('skip', 'K', say('review.skip'), 'word')}
        {undoable && button('undo', 'Z', say('review.undo'), 'word')}
        <Button weight="word" aria-expanded={keys.shown} onClick={() => onKeys({ ...keys, shown: !keys.shown })}>
          {keys.used && <kbd>?</kbd>} {say('review.keys')}
        </Button>
      </div>
      {keys.shown && (
        <div className={styles.keys}>
          <dl>
            {KEYS.map(({ act, key }) => (
              <div key={act}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{say(`review.key.${act}`)}</dd>
              </div>
            ))}
          </dl>
          <label>
            <input
              type="checkbox"
              checked={keys.used}
              onChange={(event) => onKeys({ ...keys, used: event.target.checked })}
            />{' '}
            {say('review.keys_used')}
          </label>
        </div>
      )}
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
              onChange={(event) => onReason(event.target.value)}
            />
          )}
        </Field>
      </details>
    </section>
  )
}
