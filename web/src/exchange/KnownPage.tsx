import { ASKERS, DESKS } from '@proofmark/contract/route'
import type { ListedPartner } from '@proofmark/contract/schemas/partner'
import type { KnownState } from '@proofmark/contract/schemas/private-look-up'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import { api } from '../frame/api.ts'
import { holdsOne, STEWARDS } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { EXCHANGE_CATALOGUE } from './catalogue.ts'
import styles from './Exchange.module.css'
import { ExchangeTabs } from './ExchangeTabs.tsx'
import { KnownAsks } from './KnownAsks.tsx'
import { KnownEpochs } from './KnownEpochs.tsx'
import { KnownForm } from './KnownForm.tsx'
import { KnownPublish } from './KnownPublish.tsx'
import { KnownStops } from './KnownStops.tsx'
import { KnownVolume } from './KnownVolume.tsx'
import { EXCHANGE_READERS } from './roles.ts'

/** Does a partner know a firearm? The form, one’s own questions, and how partners ask us. */
export default function KnownPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, DESKS)) return <Forbidden page={say('common.page.known')} session={session} roles={DESKS} />
  return (
    <DeskLanguage catalogue={EXCHANGE_CATALOGUE}>
      <ExchangeTabs session={session} here="known" />
      <Shown session={session} />
    </DeskLanguage>
  )
}

interface Fetched {
  readonly state: KnownState
  /** None for a reader who sees no agreements. */
  readonly partners: readonly ListedPartner[]
}

async function fetchKnown(sees: boolean, signal: AbortSignal): Promise<Fetched> {
  const [state, { partners }] = await Promise.all([
    api('knownState', undefined, {}, signal),
    sees ? api('partnerList', undefined, {}, signal) : { partners: [] },
  ])
  return { state, partners }
}

function Shown({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  const sees = holdsOne(session, EXCHANGE_READERS)
  const ask = useCallback((signal: AbortSignal) => fetchKnown(sees, signal), [sees])
  const [asked, again] = useAsked(ask)
  const asks = holdsOne(session, ASKERS)
  return (
    <div className={styles.page}>
      {asks && (
        <KnownForm
          partners={asked.kind === 'answered' ? asked.answer.partners : null}
          state={asked.kind === 'answered' ? asked.answer.state : null}
          session={session}
        />
      )}
      {asked.kind === 'failed' && <Failed error={asked.error} kept={false} onAgain={again} />}
      {asked.kind === 'asking' && (
        <Section heading={say('exchange.page.known.own')} busy>
          <Bars id="exchange.page.asking" />
        </Section>
      )}
      {asked.kind === 'answered' && (
        <>
          <KnownAsks asks={asked.answer.state.asks} onAgain={again} />
          <KnownEpochs epochs={asked.answer.state.epochs} onChanged={again} />
          <KnownStops stops={asked.answer.state.stops} onChanged={again} />
          {holdsOne(session, STEWARDS) && (
            <KnownPublish publishable={asked.answer.state.publishable} onPublished={again} />
          )}
          <KnownVolume state={asked.answer.state} />
        </>
      )}
    </div>
  )
}
