import { DESKS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import type { View } from '../frame/address.ts'
import { ADMINISTRATORS, holdsOne, OVERSEERS } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './ExchangeTabs.module.css'
import { CONTACT_READERS, EXCHANGE_READERS } from './roles.ts'

const PLACES = [
  { view: 'exchange', to: '/exchange', roles: EXCHANGE_READERS },
  { view: 'messages', to: '/exchange/messages', roles: EXCHANGE_READERS },
  { view: 'known', to: '/exchange/known', roles: DESKS },
  { view: 'corrections', to: '/exchange/corrections', roles: EXCHANGE_READERS },
  { view: 'ledger', to: '/exchange/ledger', roles: OVERSEERS },
  { view: 'exchange_keys', to: '/exchange/keys', roles: ADMINISTRATORS },
  { view: 'contacts', to: '/exchange/contacts', roles: CONTACT_READERS },
] as const satisfies readonly { readonly view: View['name']; readonly [name: string]: unknown }[]

interface ExchangeTabsProps {
  readonly session: Session
  readonly here: (typeof PLACES)[number]['view']
}

/** The pages of the exchange desk that are open to the reader. */
export function ExchangeTabs({ session, here }: ExchangeTabsProps) {
  const { say } = useLanguage()
  return (
    <nav className={styles.tabs} aria-label={say('exchange.page.parts')}>
      <ul>
        {PLACES.filter(({ roles }) => holdsOne(session, roles)).map(({ view, to }) => (
          <li key={view}>
            <Go to={to} current={view === here}>
              {say(`exchange.page.${view}`)}
            </Go>
          </li>
        ))}
      </ul>
    </nav>
  )
}
