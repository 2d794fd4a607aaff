import { TRACERS } from '@proofmark/contract/route'
import type { KnownAnswer } from '@proofmark/contract/schemas/private-look-up'
import type { Session } from '@proofmark/contract/schemas/session'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import { holdsOne } from '../frame/desk-roles.ts'
import { useLanguage } from '../frame/language.tsx'
import { ContactLine } from './ContactLine.tsx'
import { DraftRequest } from './DraftRequest.tsx'
import styles from './Exchange.module.css'
import type { KnownQuestion } from './known-question.ts'

interface KnownOutcomeProps {
  readonly question: KnownQuestion
  readonly answer: KnownAnswer
  readonly session: Session
}

/** What came of a question, in words: a pointer for people, no trace reply, or why nothing is known. */
export function KnownOutcome({ question, answer, session }: KnownOutcomeProps) {
  const { say } = useLanguage()
  const { known, why, epoch, contact, handle } = answer
  const { partner } = question
  const heading = known === null ? 'nothing' : known ? 'yes' : 'no'
  return (
    <Section heading={say(`exchange.page.known.answer.${heading}`)} ruled={false}>
      <p>{say(`known.why.${why}`, { partner })}</p>
      <dl className={`${styles.facts} ${styles.after}`}>
        <dt>{say('exchange.page.filter.partner')}</dt>
        <dd>
          <Identifier mono>{partner}</Identifier>
        </dd>
        <dt>{say('exchange.page.column.class')}</dt>
        <dd>{say(`known.class.${answer.class}`)}</dd>
        <dt>{say('exchange.page.known.epoch')}</dt>
        <dd>{epoch === null ? say('exchange.page.known.no_epoch') : <Identifier mono>{epoch}</Identifier>}</dd>
        {contact && (
          <>
            <dt>{say('exchange.page.whom')}</dt>
            <dd>
              <ContactLine contact={contact} />
            </dd>
          </>
        )}
        <dt>{say('exchange.page.known.handle')}</dt>
        <dd>{handle === null ? say('exchange.page.known.nothing_sent') : <Identifier mono>{handle}</Identifier>}</dd>
      </dl>
      {known === true && holdsOne(session, TRACERS) && <DraftRequest question={question} />}
    </Section>
  )
}
