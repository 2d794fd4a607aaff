import type { CorrectionList } from '@proofmark/contract/schemas/correction'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { Corrected } from './Corrected.tsx'
import { EXCHANGE_CATALOGUE } from './catalogue.ts'
import styles from './Exchange.module.css'
import { ExchangeTabs } from './ExchangeTabs.tsx'
import { MadeCorrections } from './MadeCorrections.tsx'
import { EXCHANGE_READERS, EXCHANGERS } from './roles.ts'
import { SendCorrection } from './SendCorrection.tsx'

/** Corrections: those of partners, which wait for a person, and ours, with whoever was told. */
export default function CorrectionsPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, EXCHANGE_READERS))
    return <Forbidden page={say('common.page.corrections')} session={session} roles={EXCHANGE_READERS} />
  return (
    <DeskLanguage catalogue={EXCHANGE_CATALOGUE}>
      <ExchangeTabs session={session} here="corrections" />
      <Shown session={session} />
    </DeskLanguage>
  )
}

const fetchCorrections = (signal: AbortSignal) => api('correctionList', undefined, {}, signal)

function Shown({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  const [asked, again] = useAsked(useCallback(fetchCorrections, []))
  if (asked.kind === 'failed') return <Failed error={asked.error} kept={false} onAgain={again} />
  if (asked.kind === 'asking')
    return (
      <Section heading={say('correction.received')} ruled={false} busy>
        <Bars id="exchange.page.asking" />
      </Section>
    )
  const exchanges = holdsOne(session, EXCHANGERS)
  return (
    <div className={styles.page}>
      <ReceivedCorrections received={asked.answer.received} settles={exchanges} onChanged={again} />
      <MadeCorrections made={asked.answer.made} />
      {exchanges && <SendCorrection onSent={again} />}
    </div>
  )
}

interface ReceivedProps {
  readonly received: CorrectionList['received']
  readonly settles: boolean
  readonly onChanged: () => void
}

function ReceivedCorrections({ received, settles, onChanged }: ReceivedProps) {
  const { say } = useLanguage()
  return (
    <Section heading={say('correction.received')} ruled={false}>
      <p className={styles.how}>{say('correction.received_how')}</p>
      {received.length === 0 ? (
        <p>{say('correction.none_received')}</p>
      ) : (
        <ul className={styles.list}>
          {received.map((each) => (
            <li key={`${each.partner} ${each.message}`}>
              <Corrected correction={each} settles={settles} onChanged={onChanged} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
