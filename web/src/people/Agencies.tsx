import type { Account } from '@proofmark/contract/schemas/account'
import type { Session } from '@proofmark/contract/schemas/session'
import { Facts } from '../common/Facts.tsx'
import { Section } from '../common/Section.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { byAgency } from './by-agency.ts'
import styles from './PeoplePage.module.css'
import { Person } from './Person.tsx'

interface AgenciesProps {
  readonly accounts: readonly Account[]
  /** Names of all agencies, those without people too. */
  readonly agencies: readonly string[]
  readonly session: Session
  /** May the reader change anything? */
  readonly changes: boolean
  readonly onChanged: () => void
  readonly onTrace: (account: string) => void
}

/** Everybody who has an account, by agency. */
export function Agencies({ accounts, agencies, session, changes, onChanged, onTrace }: AgenciesProps) {
  const { say, figures, locale } = useLanguage()
  const empty = agencies.filter((name) => accounts.every(({ agency }) => agency !== name))
  return (
    <Section
      heading={say('people.count', { count: accounts.length, figure: figures.count(accounts.length) })}
      aside={<Go to="/agencies">{say('common.page.agencies')}</Go>}
    >
      {byAgency(accounts, locale).map((group) => (
        <div key={group.agency ?? ''} className={styles.agency}>
          <h3 className={styles.name}>{group.agency === null ? say('people.no_agency') : <bdi>{group.agency}</bdi>}</h3>
          <ul className={styles.list}>
            {group.accounts.map((account) => (
              <li key={account.id}>
                <Person
                  account={account}
                  own={account.name === session.account}
                  changes={changes}
                  onChanged={onChanged}
                  onTrace={() => onTrace(account.id)}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {empty.length > 0 && (
        <p className={styles.more}>
          <Sentence id="people.nobody" nodes={{ agencies: <Facts>{empty}</Facts> }} />
        </p>
      )}
    </Section>
  )
}
