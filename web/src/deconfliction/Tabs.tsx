import { CASE_WORKERS, READERS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import styles from '../exchange/ExchangeTabs.module.css'
import type { View } from '../frame/address.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'

const PLACES = [
  { view: 'deconfliction', to: '/deconfliction', roles: CASE_WORKERS },
  { view: 'operations', to: '/operations', roles: CASE_WORKERS },
  { view: 'deconfliction_desk', to: '/deconfliction/desk', roles: READERS },
] as const satisfies readonly { readonly view: View['name']; readonly [name: string]: unknown }[]

interface TabsProps {
  readonly session: Session
  readonly here: (typeof PLACES)[number]['view']
}

/** The pages of the desk that are open to the reader. */
export function Tabs({ session, here }: TabsProps) {
  const { say } = useLanguage()
  return (
    <nav className={styles.tabs} aria-label={say('common.page.deconfliction')}>
      <ul>
        {PLACES.filter(({ roles }) => holdsOne(session, roles)).map(({ view, to }) => (
          <li key={view}>
            <Go to={to} current={view === here}>
              {say(`common.page.${view}`)}
            </Go>
          </li>
        ))}
      </ul>
    </nav>
  )
}
