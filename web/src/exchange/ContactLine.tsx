import type { Contact } from '@proofmark/contract/schemas/trace-message'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'

interface ContactLineProps {
  readonly contact: Contact
  /** Who made certain of it, where that is known. */
  readonly by?: string | null
}

/** Whom one reaches, and the day on which that was last certain. */
export function ContactLine({ contact, by = null }: ContactLineProps) {
  const { say, figures } = useLanguage()
  const { agency, unit, email, telephone, verified } = contact
  return (
    <div>
      <p>
        <Facts>
          {[
            agency,
            unit,
            telephone && <Identifier key="telephone">{telephone}</Identifier>,
            email && <Identifier key="email">{email}</Identifier>,
          ]}
        </Facts>
      </p>
      <p className={verified === null ? styles.warn : styles.more}>
        {verified === null
          ? say('exchange.page.never_verified')
          : say('exchange.page.verified_on', {
              day: figures.day(`${verified}T12:00:00Z`),
              known: by === null ? 'no' : 'yes',
              by: `\u2068${by ?? ''}\u2069`,
            })}
      </p>
    </div>
  )
}
