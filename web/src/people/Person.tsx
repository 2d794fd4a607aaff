import type { Account } from '@proofmark/contract/schemas/account'
import { useId, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import { ShownOnce } from '../common/ShownOnce.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { linkOf, type OneLink } from './link.ts'
import styles from './PeoplePage.module.css'
import { PersonActions } from './PersonActions.tsx'

interface PersonProps {
  readonly account: Account
  /** Is it the reader's own account? Nobody changes that here. */
  readonly own: boolean
  readonly changes: boolean
  readonly onChanged: () => void
  readonly onTrace: () => void
}

/** One person: state, roles, what waits, the last sign-in, and what can be changed. */
export function Person({ account, own, changes, onChanged, onTrace }: PersonProps) {
  const { say, figures } = useLanguage()
  const [open, setOpen] = useState(false)
  const [link, setLink] = useState<OneLink | null>(null)
  const actions = useId()
  const { name, state, roles, requests, lastSignInAt } = account
  return (
    <article className={styles.person}>
      <h4>
        <bdi>{name}</bdi>
      </h4>
      <p className={styles.facts}>
        {roles.length === 0 ? say('people.no_role') : <Facts>{roles.map((role) => say(`word.role.${role}`))}</Facts>}
      </p>
      <p className={styles.more}>
        <Facts>
          {[
            say(`word.account_state.${state}`),
            lastSignInAt === null
              ? say('people.never_signed_in')
              : say('people.last_sign_in', { moment: figures.moment(lastSignInAt) }),
          ]}
        </Facts>
        {requests.map(({ id, role, requestedBy }) => (
          <span key={id} className={styles.waits}>
            {say('people.waits', { role: say(`word.role.${role}`), account: requestedBy })}
          </span>
        ))}
      </p>
      <p className={styles.buttons}>
        {changes && !own && (
          <Button
            weight="word"
            aria-expanded={open}
            aria-controls={open ? actions : undefined}
            aria-label={say('people.change_person', { account: name })}
            onClick={() => setOpen(!open)}
          >
            {say('people.change')}
          </Button>
        )}
        {own && <Go to="/me">{say('common.page.me')}</Go>}
        <Button weight="word" aria-label={say('people.trace_person', { account: name })} onClick={onTrace}>
          {say('people.trace')}
        </Button>
      </p>
      {link && (
        <ShownOnce
          heading={say('people.link_once')}
          told={say('people.reset_link', { account: name, moment: figures.moment(link.expiresAt) })}
          secret={linkOf(link)}
          onSeen={() => setLink(null)}
        />
      )}
      {open && (
        <div id={actions}>
          <PersonActions account={account} onChanged={onChanged} onLink={setLink} />
        </div>
      )}
    </article>
  )
}
