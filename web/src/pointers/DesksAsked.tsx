import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import { Note } from '../common/Note.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import type { SentQuestion } from './question.ts'

interface DesksAskedProps {
  readonly sent: SentQuestion
  readonly busy: boolean
  readonly onWithdraw: () => void
  readonly onAnew: () => void
  /** What went wrong with taking it back, if anything did. */
  readonly children: ReactNode
}

/** That the description was sent, to whom and where answers come; or that it was withdrawn. Either way with a way back. */
export function DesksAsked({ sent: { asked, withdrawn }, busy, onWithdraw, onAnew, children }: DesksAskedProps) {
  const { say, figures } = useLanguage()
  const line = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone; reading goes on at what became of it.
  useEffect(() => {
    if (document.activeElement === document.body) line.current?.focus()
  })
  const parameters = { count: asked.desks.length, at: figures.moment(asked.at) }
  return (
    <div ref={line} tabIndex={-1}>
      <Note role="status" heading={say(withdrawn ? 'ask_desks.withdrawn' : 'ask_desks.sent')}>
        {withdrawn ? (
          say('ask_desks.withdrawn_how')
        ) : (
          <Sentence
            id="ask_desks.sent_to"
            parameters={parameters}
            nodes={{
              desks: <Facts>{asked.desks.map(({ name }) => name)}</Facts>,
              questions: <Go to={`/questions/${asked.question}`}>{say('common.page.questions')}</Go>,
            }}
          />
        )}{' '}
        <Button weight="word" disabled={busy} onClick={withdrawn ? onAnew : onWithdraw}>
          {say(withdrawn ? 'ask_desks.again' : 'ask_desks.withdraw')}
        </Button>
      </Note>
      {children}
    </div>
  )
}
