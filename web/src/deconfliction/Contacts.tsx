import type { Met } from '@proofmark/contract/schemas/deconfliction'
import { Identifier } from '../common/Identifier.tsx'
import tables from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './Deconfliction.module.css'

/** Whom to ask, and under which handle. */
export function Contact({ contact, handle }: Omit<Met, 'at'>) {
  return (
    <span className={styles.contact}>
      <bdi>{contact}</bdi>
      <span className={styles.under}>
        <Identifier mono>{handle}</Identifier>
      </span>
    </span>
  )
}

/** All that a question or an operation met. */
export function Contacts({ met }: { readonly met: readonly Met[] }) {
  const { say } = useLanguage()
  if (met.length === 0) return <span className={tables.quiet}>{say('deconfliction.page.nobody_yet')}</span>
  return (
    <ul>
      {met.map(({ handle, contact }) => (
        <li key={handle}>
          <Contact contact={contact} handle={handle} />
        </li>
      ))}
    </ul>
  )
}
