import { useEffect, useRef } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from './Outcome.module.css'
import type { Act, Judging } from './useJudging.ts'

interface OutcomeProps {
  readonly judging: Judging
  readonly onUndo: (act: Act) => void
  readonly onAgain: () => void
}

/** What came of a judgement, where it was made, with the way to undo it. Reading goes on here. */
export function Outcome({ judging, onUndo, onAgain }: OutcomeProps) {
  const { say } = useLanguage()
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (judging.kind === 'done') line.current?.focus({ preventScroll: true })
  }, [judging])
  if (judging.kind === 'failed') return <Failed error={judging.error} onAgain={onAgain} kept={false} />
  return (
    <div role="status" className={styles.outcome}>
      {judging.kind === 'busy' && <p className={styles.busy}>{say('firearm.judging')}</p>}
      {judging.kind === 'done' && (
        <p ref={line} tabIndex={-1} className={styles.done}>
          {doneSentence(judging, say)}{' '}
          {judging.act.kind === 'judge' && (
            <Button
              weight="word"
              onClick={() =>
                onUndo({
                  kind: 'withdraw',
                  record: judging.act.record,
                  other: judging.act.other,
                  judgement: judging.judgement,
                })
              }
            >
              {say('firearm.undo')}
            </Button>
          )}
        </p>
      )}
    </div>
  )
}

function doneSentence(
  { act, judgement: { about, verdict, state } }: Extract<Judging, { readonly kind: 'done' }>,
  say: (id: string) => string,
): string {
  if (act.kind === 'withdraw') return say('firearm.done.undone')
  if (act.kind === 'second') return say('firearm.done.confirmed')
  return say(state === 'waiting' ? 'firearm.done.waits' : `firearm.done.${about}.${verdict}`)
}
