import type { TraceShown } from '@proofmark/contract/schemas/trace-shown'
import type { TraceState } from '@proofmark/contract/trace-words'
import { type ReactNode, useId, useRef, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Section } from '../../common/Section.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { stateWord } from '../state-word.ts'
import styles from './Acts.module.css'
import { ApproveForm } from './ApproveForm.tsx'
import type { ActProps } from './act.ts'
import { type Act, actsOf, isEnding, nameOf, wordOf } from './acts-of.ts'
import { CloseForm } from './CloseForm.tsx'
import { HopForm } from './HopForm.tsx'
import { MoveForm } from './MoveForm.tsx'
import { PermitForm } from './PermitForm.tsx'
import { ReceiveForm } from './ReceiveForm.tsx'
import { SendForm } from './SendForm.tsx'

interface ActsProps extends Omit<ActProps, 'onLeave'> {
  readonly account: string
}

/** What may be done now, as buttons; each opens a small form with its reason. */
export function Acts({ trace, account, before, onChanged }: ActsProps) {
  const { say } = useLanguage()
  const id = useId()
  const [open, setOpen] = useState<string | null>(null)
  const [done, setDone] = useState<TraceState | null>(null)
  const buttons = useRef(new Map<string, HTMLButtonElement>())
  const acts = actsOf(trace, account)
  const act = acts.find((each) => nameOf(each) === open)
  const waits = trace.closings.some(({ counts, by }) => counts === 'waits' && by === account)
  const leave = () => {
    buttons.current.get(open ?? '')?.focus()
    setOpen(null)
  }
  const changed = (next: TraceShown) => {
    setDone(next.state)
    setOpen(null)
    onChanged(next)
  }
  return (
    <Section heading={say('traces.page.acts')}>
      {acts.length === 0 && (
        <p className={styles.told}>{say(waits ? 'traces.page.second_person' : 'traces.page.no_acts')}</p>
      )}
      <p className={styles.buttons}>
        {acts.map((each, index) => {
          const name = nameOf(each)
          return (
            <Button
              key={name}
              ref={(button) => {
                if (button) buttons.current.set(name, button)
              }}
              weight={index === 0 && open === null && !isEnding(each) ? 'main' : 'outlined'}
              aria-expanded={open === name}
              aria-controls={open === name ? `${id}-form` : undefined}
              onClick={() => {
                setDone(null)
                setOpen(open === name ? null : name)
              }}
            >
              {say(`traces.page.${wordOf(name, trace.direction)}`)}
            </Button>
          )
        })}
      </p>
      <div role="status">
        {done !== null && (
          <p className={styles.done}>{say('traces.page.now', { state: stateWord(say, done, trace.direction) })}</p>
        )}
      </div>
      <div id={`${id}-form`}>{act && formOf(act, { trace, before, onChanged: changed, onLeave: leave })}</div>
    </Section>
  )
}

function formOf(act: Act, props: ActProps): ReactNode {
  switch (act.kind) {
    case 'move':
      return <MoveForm key={act.to} to={act.to} {...props} />
    case 'send':
      return <SendForm {...props} />
    case 'receive':
      return <ReceiveForm {...props} />
    case 'hop':
      return <HopForm {...props} />
    case 'close':
      return <CloseForm corrected={null} {...props} />
    case 'correct':
      return <CloseForm corrected={act.closing} {...props} />
    case 'permit':
      return <PermitForm {...props} />
    case 'approve':
      return <ApproveForm closing={act.closing} {...props} />
  }
}
