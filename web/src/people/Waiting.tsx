import type { Account } from '@proofmark/contract/schemas/account'
import { Section } from '../common/Section.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Confirm } from './Confirm.tsx'
import styles from './PeoplePage.module.css'

interface WaitingProps {
  readonly accounts: readonly Account[]
  readonly onChanged: () => void
}

/** The people whose roles wait for this reader; nothing where nobody's do. */
export function Waiting({ accounts, onChanged }: WaitingProps) {
  const { say, figures } = useLanguage()
  if (accounts.length === 0) return null
  return (
    <Section heading={say('people.waiting', { count: accounts.length, figure: figures.count(accounts.length) })}>
      <p className={styles.more}>{say('people.waiting_how')}</p>
      <ul className={styles.list}>
        {accounts.map((account) => (
          <li key={account.id}>
            <Confirm account={account} onChanged={onChanged} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
