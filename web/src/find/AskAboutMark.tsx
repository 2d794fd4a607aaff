import type { FindRequest } from '@proofmark/contract/schemas/find'
import type { Session } from '@proofmark/contract/schemas/session'
import { AskDesks } from '../pointers/AskDesks.tsx'
import { descriptionOf } from '../pointers/question.ts'
import type { FindDesk } from './useFind.ts'

interface AskAboutMarkProps {
  readonly desk: FindDesk
  readonly session: Session
  /** What was looked for; the desks are told of this, and not of what is being typed since. */
  readonly request: FindRequest
}

/** Sends what was looked for to the desks of other agencies, under the reference of the look. */
export function AskAboutMark({ desk, session, request }: AskAboutMarkProps) {
  const description = descriptionOf(request)
  const about = JSON.stringify(description)
  return (
    <AskDesks
      key={about}
      session={session}
      subject={{ description }}
      grounds={desk.draft}
      onGrounds={desk.change}
      sent={desk.questions[about] ?? null}
      onSent={(sent) => desk.keepQuestion(about, sent)}
    />
  )
}
