import type { PartnerShown } from '@proofmark/contract/schemas/partner'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import { api } from '../frame/api.ts'
import { ADMINISTRATORS, holdsOne } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { AgreementTerms } from './AgreementTerms.tsx'
import { AgreementVersions } from './AgreementVersions.tsx'
import { Corrections } from './Corrections.tsx'
import { EXCHANGE_CATALOGUE } from './catalogue.ts'
import { DecideRestore } from './DecideRestore.tsx'
import { DeliveryRecord } from './DeliveryRecord.tsx'
import styles from './Exchange.module.css'
import { ExchangeTabs } from './ExchangeTabs.tsx'
import { Grants } from './Grants.tsx'
import { Identity } from './Identity.tsx'
import { PartnerFacts } from './PartnerFacts.tsx'
import { EXCHANGE_READERS, EXCHANGERS } from './roles.ts'

interface PartnerPageProps {
  readonly partner: string
  readonly session: Session
}

/** One partner: who it is, what was agreed, what it may be given, and what became of each message. */
export default function PartnerPage({ partner, session }: PartnerPageProps) {
  const { say } = useLanguage()
  if (!holdsOne(session, EXCHANGE_READERS))
    return <Forbidden page={say('common.page.partner')} session={session} roles={EXCHANGE_READERS} />
  return (
    <DeskLanguage catalogue={EXCHANGE_CATALOGUE}>
      <ExchangeTabs session={session} here="exchange" />
      <Shown partner={partner} session={session} />
    </DeskLanguage>
  )
}

function Shown({ partner, session }: PartnerPageProps) {
  const ask = useCallback((signal: AbortSignal) => api('partnerShow', { partner }, {}, signal), [partner])
  const [asked, again] = useAsked(ask)
  if (asked.kind === 'failed') return <Failed error={asked.error} kept={false} onAgain={again} />
  if (asked.kind === 'asking')
    return (
      <Section heading={<Identifier mono>{partner}</Identifier>} ruled={false} busy>
        <Bars id="exchange.page.asking" />
      </Section>
    )
  return <Whole shown={asked.answer} session={session} onChanged={again} />
}

interface WholeProps {
  readonly shown: PartnerShown
  readonly session: Session
  readonly onChanged: () => void
}

function Whole({ shown, session, onChanged }: WholeProps) {
  const { say } = useLanguage()
  const { partner, own, versions, grants, corrections, deliveries } = shown
  const keeps = holdsOne(session, ADMINISTRATORS)
  const exchanges = holdsOne(session, EXCHANGERS)
  return (
    <div className={styles.page}>
      <Section
        heading={<bdi>{partner.name}</bdi>}
        aside={<Identifier mono>{partner.partner}</Identifier>}
        ruled={false}
      >
        <PartnerFacts partner={partner} keeps={keeps} onChanged={onChanged} />
      </Section>
      {partner.restore && (
        <DecideRestore partner={partner.partner} restore={partner.restore} keeps={keeps} onChanged={onChanged} />
      )}
      <Identity partner={partner} own={own} keeps={keeps} onChanged={onChanged} />
      <Section heading={say('exchange.page.agreement')}>
        <AgreementTerms agreement={partner.agreement} />
      </Section>
      <AgreementVersions versions={versions} inForce={partner.agreement?.version ?? null} />
      <DeliveryRecord deliveries={deliveries} partner={partner.partner} />
      <Grants
        grants={grants}
        partner={partner.partner}
        classes={exchanges ? (partner.agreement?.dataClasses ?? []) : []}
        exchanges={exchanges}
        onChanged={onChanged}
      />
      <Corrections corrections={corrections} />
    </div>
  )
}
