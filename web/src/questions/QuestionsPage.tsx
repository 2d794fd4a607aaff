import { ASKERS, DESKS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import type { RefObject } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import type { Draft } from '../find/useFind.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { AskedRow } from './AskedRow.tsx'
import type { AnswerDrafts } from './answer-draft.ts'
import { QUESTIONS_CATALOGUE } from './catalogue.ts'
import { lookUpOf } from './look-up.ts'
import styles from './QuestionsPage.module.css'
import { QuestionsSection } from './QuestionsSection.tsx'
import { ReceivedRow } from './ReceivedRow.tsx'
import { useQuestions } from './useQuestions.ts'

interface QuestionsPageProps {
  readonly session: Session
  /** The question that the address names. */
  readonly named: string | null
  /** Where answers that are being written outlive the page, in memory alone. */
  readonly drafts: RefObject<AnswerDrafts>
  readonly onLookUp: (draft: Omit<Draft, 'purpose'>) => void
}

/** The desk of questions: what other agencies asked of the reader's, and what it asked of them. */
export default function QuestionsPage(props: QuestionsPageProps) {
  const { say } = useLanguage()
  if (!holdsOne(props.session, DESKS))
    return <Forbidden page={say('common.page.questions')} session={props.session} roles={DESKS} />
  return (
    <DeskLanguage catalogue={QUESTIONS_CATALOGUE}>
      <QuestionsDesk {...props} />
    </DeskLanguage>
  )
}

function QuestionsDesk({ session, named, drafts, onLookUp }: QuestionsPageProps) {
  const { say, figures } = useLanguage()
  const questions = useQuestions()
  const { list, error, busy, again } = questions
  if (!list && error) return <Failed error={error} onAgain={again} />
  if (!list)
    return (
      <Section heading={say('common.page.questions')} busy>
        <Bars id="questions.asking" />
      </Section>
    )
  const waiting = list.received.filter(({ open }) => open).length
  const here = [...list.received, ...list.asked].some(({ id }) => id === named)
  return (
    <div className={styles.page}>
      {error && <Failed error={error} onAgain={again} />}
      {named !== null && !here && <NotHere />}
      <QuestionsSection
        of="received"
        aside={say('questions.waiting', { count: waiting, figure: figures.count(waiting) })}
        shown={list.received.length}
        more={list.more.received}
        busy={busy}
      >
        {list.received.map((question) => (
          <li key={question.id}>
            <ReceivedRow
              question={question}
              by={session.account}
              drafts={drafts.current}
              named={question.id === named}
              onAnswered={(answer) => questions.answered(question.id, answer)}
              onLookUp={() => onLookUp(lookUpOf(question.description, question.reference))}
              onStale={again}
            />
          </li>
        ))}
      </QuestionsSection>
      <QuestionsSection
        of="asked"
        aside={
          <Button weight="word" aria-disabled={busy} onClick={again}>
            {say('questions.again')}
          </Button>
        }
        shown={list.asked.length}
        more={list.more.asked}
        busy={busy}
      >
        {list.asked.map((question) => (
          <li key={question.id}>
            <AskedRow
              question={question}
              named={question.id === named}
              asker={holdsOne(session, ASKERS)}
              onWithdrawn={(at) => questions.withdrawn(question.id, at)}
            />
          </li>
        ))}
      </QuestionsSection>
      <p className={styles.more}>
        <Go to="/agencies">{say('questions.agencies')}</Go>
      </p>
    </div>
  )
}

function NotHere() {
  const { say } = useLanguage()
  return <p role="status">{say('questions.not_here')}</p>
}
