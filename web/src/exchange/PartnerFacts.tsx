import type { PartnerState } from '@proofmark/contract/exchange-words'
import type { ListedPartner } from '@proofmark/contract/schemas/partner'
import { Failed } from '../common/Failed.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { SecondStep } from '../common/SecondStep.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { ContactLine } from './ContactLine.tsx'
import { countryName } from './country.ts'
import { DeliveryFigures } from './DeliveryFigures.tsx'
import styles from './Exchange.module.css'

interface PartnerFactsProps {
  readonly partner: ListedPartner
  readonly keeps: boolean
  readonly onChanged: () => void
}

const STEPS: Readonly<Record<PartnerState, readonly PartnerState[]>> = {
  active: ['suspended', 'ended'],
  suspended: ['active', 'ended'],
  ended: ['active'],
}

/** How it stands with a partner, by what way and whom one reaches there; whoever keeps partners changes the state here. */
export function PartnerFacts({ partner, keeps, onChanged }: PartnerFactsProps) {
  const language = useLanguage()
  const { say, figures } = language
  const { busy, error, act, again } = useDoing()
  const { partner: short, country, state, endpoint, reconciled, reconciledAt, contacts } = partner
  const set = (to: PartnerState) =>
    act(async () => {
      await api('partnerState', { partner: short, state: to })
      onChanged()
    })
  return (
    <>
      <dl className={styles.facts}>
        <dt>{say('exchange.page.column.state')}</dt>
        <dd>{say(`word.partner_state.${state}`)}</dd>
        <dt>{say('exchange.page.country')}</dt>
        <dd>{countryName(language, country)}</dd>
        <dt>{say('exchange.page.reached')}</dt>
        <dd>{endpoint === null ? say('exchange.page.by_files') : <Identifier mono>{endpoint}</Identifier>}</dd>
        <dt>{say('exchange.page.after_restore')}</dt>
        <dd className={reconciled ? undefined : styles.warn}>
          {!reconciled
            ? say('exchange.not_reconciled')
            : reconciledAt === null
              ? say('exchange.page.reconciled')
              : say('exchange.page.reconciled_at', { moment: figures.moment(reconciledAt) })}
        </dd>
        <dt>{say('exchange.page.column.sent')}</dt>
        <dd>
          <DeliveryFigures partner={partner} box="out" />
        </dd>
        <dt>{say('exchange.page.column.received')}</dt>
        <dd>
          <DeliveryFigures partner={partner} box="in" />
        </dd>
        <dt>{say('exchange.page.whom')}</dt>
        <dd>
          {contacts.length === 0 ? (
            <span className={styles.quiet}>{say('exchange.page.nobody_named')}</span>
          ) : (
            <ul>
              {contacts.map((contact) => (
                <li key={`${contact.agency} ${contact.unit}`}>
                  <ContactLine contact={contact} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      </dl>
      {error && <Failed error={error} onAgain={again} kept={false} />}
      {keeps && (
        <div className={`${styles.actions} ${styles.after}`}>
          {STEPS[state].map((to) => (
            <SecondStep
              key={to}
              word={say(`exchange.page.set.${to}`)}
              told={say(`exchange.page.set.${to}_told`, { partner: short })}
              act={say(`exchange.page.set.${to}`)}
              busy={busy}
              onAct={() => set(to)}
            />
          ))}
        </div>
      )}
    </>
  )
}
