import type { Session } from '@proofmark/contract/schemas/session'
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Button } from '../common/Button.tsx'
import { Note } from '../common/Note.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import type { Page } from './device/book.ts'
import { createDraftDesk } from './draft/draft-desk.ts'
import { minimumOf } from './draft/minimum.ts'
import styles from './Field.module.css'
import { Conflicts } from './form/Conflicts.tsx'
import { StepFirst } from './form/StepFirst.tsx'
import { StepItems } from './form/StepItems.tsx'
import { StepMore } from './form/StepMore.tsx'
import { StepSend } from './form/StepSend.tsx'
import { StepWhere } from './form/StepWhere.tsx'
import { pictureCounts } from './picture-counts.ts'
import type { Unlocked } from './unlocked.ts'

const STEPS = ['first', 'where', 'items', 'more', 'send'] as const
type Step = (typeof STEPS)[number]

interface DraftFormProps {
  readonly page: Page
  readonly unlocked: Unlocked
  readonly session: Session | null
  readonly onSignIn: () => void
}

/** The guided form of one recovery: what matters at the roadside first, the rest when there is time. */
export function DraftForm({ page, unlocked, session, onSignIn }: DraftFormProps) {
  const { say, figures } = useLanguage()
  const [desk] = useState(() => createDraftDesk(unlocked.book, page))
  const state = useSyncExternalStore(desk.subscribe, desk.state)
  const [step, setStep] = useState<Step>(page.draft.sending.kind === 'writing' ? 'first' : 'send')
  const heading = useRef<HTMLHeadingElement>(null)
  const { draft, kept } = state
  const { turns } = useSyncExternalStore(unlocked.outbox.subscribe, unlocked.outbox.state)
  useEffect(() => {
    if (turns > 0) void desk.reload()
  }, [desk, turns])
  // What is not kept would be lost with the page.
  useEffect(() => {
    if (kept === 'kept') return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [kept])

  const go = (next: Step) => {
    setStep(next)
    scrollTo(0, 0)
    requestAnimationFrame(() => heading.current?.focus({ preventScroll: true }))
  }
  const at = STEPS.indexOf(step)
  const { completeness } = minimumOf(draft.form, pictureCounts(draft))
  const props = { desk, state, unlocked }
  const steps: Readonly<Record<Step, ReactNode>> = {
    first: <StepFirst {...props} />,
    where: <StepWhere {...props} />,
    items: <StepItems {...props} />,
    more: <StepMore {...props} />,
    send: <StepSend {...props} session={session} onSignIn={onSignIn} onStep={go} />,
  }
  return (
    <div className={styles.draft}>
      <nav aria-label={say('field.steps')}>
        <ol className={styles.steps}>
          {STEPS.map((each, place) => (
            <li key={each}>
              <button type="button" aria-current={each === step ? 'step' : undefined} onClick={() => go(each)}>
                <span>{figures.count(place + 1)}</span> {say(`field.step.${each}`)}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      {state.together && <Note heading={say('field.together')}>{say('field.together_how')}</Note>}
      {draft.conflicts.length > 0 && <Conflicts desk={desk} draft={draft} onSend={() => void unlocked.outbox.send()} />}
      <section className={styles.step} aria-labelledby="field-step">
        <h2 id="field-step" ref={heading} tabIndex={-1}>
          {say(`field.step.${step}.heading`)}
        </h2>
        {steps[step]}
      </section>
      <div className={styles.foot}>
        <p className={styles.kept} role="status" data-kept={kept}>
          {say(`field.kept.${kept}`)}
          {(kept === 'no_room' || kept === 'failed') && (
            <>
              {' '}
              <Button weight="word" onClick={desk.keepAgain}>
                {say('field.keep_again')}
              </Button>
            </>
          )}
          <span>{say('field.complete', { percent: figures.count(completeness) })}</span>
        </p>
        <div className={styles.keys}>
          {at > 0 && <Button onClick={() => go(STEPS[at - 1]!)}>{say('field.back')}</Button>}
          {at < STEPS.length - 1 && (
            <Button weight="main" onClick={() => go(STEPS[at + 1]!)}>
              {say('field.next')}
            </Button>
          )}
          <Go to="/field">{say('field.to_list')}</Go>
        </div>
      </div>
    </div>
  )
}
