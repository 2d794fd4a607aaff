import type { ListedPartner } from '@proofmark/contract/schemas/partner'
import type { Session } from '@proofmark/contract/schemas/session'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import table from '../common/Table.module.css'
import { useReturn } from '../common/useReturn.ts'
import { api } from '../frame/api.ts'
import { ADMINISTRATORS, holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { AddPartner } from './AddPartner.tsx'
import { AgreementLine } from './AgreementLine.tsx'
import { EXCHANGE_CATALOGUE } from './catalogue.ts'
import { DeliveryFigures } from './DeliveryFigures.tsx'
import styles from './Exchange.module.css'
import { ExchangeTabs } from './ExchangeTabs.tsx'
import { EXCHANGE_READERS } from './roles.ts'

const LEAST_MS = 30_000
const askPartners = (signal: AbortSignal) => api('partnerList', undefined, {}, signal)

/** The partners: how it stands with each, what is agreed, and how messages fare. */
export default function PartnersPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, EXCHANGE_READERS))
    return <Forbidden page={say('common.page.exchange')} session={session} roles={EXCHANGE_READERS} />
  return (
    <DeskLanguage catalogue={EXCHANGE_CATALOGUE}>
      <ExchangeTabs session={session} here="exchange" />
      <Shown session={session} />
    </DeskLanguage>
  )
}

function Shown({ session }: { readonly session: Session }) {
  const { say, figures } = useLanguage()
  const [asked, again] = useAsked(askPartners)
  useReturn(again, LEAST_MS)
  const heading = say('exchange.page.exchange')
  if (asked.kind === 'failed') return <Failed error={asked.error} kept={false} onAgain={again} />
  if (asked.kind === 'asking')
    return (
      <Section heading={heading} ruled={false} busy>
        <Bars id="exchange.page.asking" />
      </Section>
    )
  const { partners } = asked.answer
  const keeps = holdsOne(session, ADMINISTRATORS)
  const count = partners.length
  return (
    <div className={styles.page}>
      <Section
        heading={heading}
        ruled={false}
        aside={say('exchange.page.partner_count', { count, figure: figures.count(count) })}
      >
        {count === 0 ? (
          <div className={states.state}>
            <p>{say('exchange.page.no_partners')}</p>
            <p className={states.more}>{say('exchange.page.no_partners_how')}</p>
          </div>
        ) : (
          <PartnerTable partners={partners} />
        )}
      </Section>
      {keeps && <AddPartner onAdded={again} />}
    </div>
  )
}

function PartnerTable({ partners }: { readonly partners: readonly ListedPartner[] }) {
  const { say } = useLanguage()
  const column = (name: string) => say(`exchange.page.column.${name}`)
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{column('partner')}</th>
          <th scope="col">{column('state')}</th>
          <th scope="col">{column('agreement')}</th>
          <th scope="col">{column('sent')}</th>
          <th scope="col">{column('received')}</th>
        </tr>
      </thead>
      <tbody>
        {partners.map((each) => (
          <tr key={each.partner}>
            <th scope="row">
              <Go to={`/exchange/partners/${each.partner}`}>
                <Identifier mono>{each.partner}</Identifier> <bdi>{each.name}</bdi>
              </Go>
            </th>
            <td data-label={column('state')}>
              <StateWords partner={each} />
            </td>
            <td data-label={column('agreement')}>
              <AgreementLine agreement={each.agreement} />
            </td>
            <td data-label={column('sent')}>
              <DeliveryFigures partner={each} box="out" />
            </td>
            <td data-label={column('received')}>
              <DeliveryFigures partner={each} box="in" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function StateWords({ partner: { state, reconciled, endpoint } }: { readonly partner: ListedPartner }) {
  const { say } = useLanguage()
  return (
    <div>
      <p>{say(`word.partner_state.${state}`)}</p>
      {endpoint === null && <p className={styles.more}>{say('exchange.page.by_files')}</p>}
      {reconciled ? (
        <p className={styles.more}>{say('exchange.page.reconciled')}</p>
      ) : (
        <p className={styles.warn}>{say('exchange.not_reconciled')}</p>
      )}
    </div>
  )
}
