import type { Role } from '@proofmark/contract/roles'
import type { Session } from '@proofmark/contract/schemas/session'
import { useLanguage } from '../frame/language.tsx'
import { Facts } from './Facts.tsx'
import { Section } from './Section.tsx'
import { Sentence } from './Sentence.tsx'
import styles from './State.module.css'

interface ForbiddenProps {
  /** What the page is called. */
  readonly page: string
  readonly session: Session
  readonly roles: readonly Role[]
}

/** A page that is closed to this reader: for whom it is, and whom to ask. */
export function Forbidden({ page, session, roles }: ForbiddenProps) {
  const { say } = useLanguage()
  const words = (codes: readonly Role[]) => <Facts>{codes.map((role) => say(`word.role.${role}`))}</Facts>
  return (
    <Section heading={say('common.forbidden')}>
      <div className={styles.state}>
        <p>
          <Sentence
            id="common.forbidden_for"
            parameters={{ page }}
            nodes={{ roles: words(roles), yours: words(session.roles) }}
          />
        </p>
        <p className={styles.more}>{say('common.forbidden_ask')}</p>
      </div>
    </Section>
  )
}
