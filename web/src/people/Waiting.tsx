import type { Account } from '@proofmark/contract/schemas/account'
import { Section } from '../common/Section.tsx'
import { useLanguage } from '../frame/language.tsx'
import type { WaitingPeople } from './by-agency.ts'
import { Confirm } from './Confirm.tsx'
import styles from './PeoplePage.module.css'

interface WaitingProps {
  readonly people: WaitingPeople
  readonly onChanged: () => void
}

/** The people whose roles wait for this reader, and those whose roles will; nothing where nobody's do. */
export function Waiting({ people: { ready, notYet }, onChanged }: WaitingProps) {
  return (
    <>
      <Group id="waiting" accounts={ready} onChanged={onChanged} />
      <Group id="not_yet" accounts={notYet} onChanged={onChanged} />
    </>
  )
}

interface GroupProps {
  readonly id: 'waiting' | 'not_yet'
  readonly accounts: readonly Account[]
  readonly onChanged: () => void
}

function Group({ id, accounts, onChanged }: GroupProps) {
  const { say, figures } = useLanguage()
  if (accounts.length === 0) return null
  return (
    <Section heading={say(`people.${id}`, { count: accounts.length, figure: figures.count(accounts.length) })}>
      <p className={styles.more}>{say(`people.${id}_how`)}</p>
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
