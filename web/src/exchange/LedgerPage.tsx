import type { LedgerShow } from '@proofmark/contract/schemas/ledger'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { holdsOne, OVERSEERS } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { EXCHANGE_CATALOGUE } from './catalogue.ts'
import styles from './Exchange.module.css'
import { ExchangeTabs } from './ExchangeTabs.tsx'
import { LedgerEntries } from './LedgerEntries.tsx'
import { LedgerRefusals } from './LedgerRefusals.tsx'
import { LedgerWitnesses } from './LedgerWitnesses.tsx'

/** The exchange ledger: how far it goes, who vouches for it, what speaks against it, and what was exchanged last. */
export default function LedgerPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, OVERSEERS))
    return <Forbidden page={say('common.page.ledger')} session={session} roles={OVERSEERS} />
  return (
    <DeskLanguage catalogue={EXCHANGE_CATALOGUE}>
      <ExchangeTabs session={session} here="ledger" />
      <Shown />
    </DeskLanguage>
  )
}

const fetchLedger = (signal: AbortSignal) => api('ledgerShow', undefined, {}, signal)

function Shown() {
  const { say } = useLanguage()
  const [asked, again] = useAsked(useCallback(fetchLedger, []))
  if (asked.kind === 'failed') return <Failed error={asked.error} kept={false} onAgain={again} />
  if (asked.kind === 'asking')
    return (
      <Section heading={say('common.page.ledger')} ruled={false} busy>
        <Bars id="exchange.page.asking" />
      </Section>
    )
  const { answer } = asked
  return (
    <div className={styles.page}>
      <LedgerRefusals ledger={answer} />
      <Standing ledger={answer} onSent={again} />
      <LedgerWitnesses ledger={answer} />
      <LedgerEntries entries={answer.entries} />
    </div>
  )
}

interface StandingProps {
  readonly ledger: LedgerShow
  readonly onSent: () => void
}

function Standing({ ledger: { key, checkpoint }, onSent }: StandingProps) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const send = () =>
    act(async () => {
      await api('ledgerSend', {})
      onSent()
    })
  return (
    <Section heading={say('ledger.page.own')} ruled={false}>
      <p className={styles.how}>{say('ledger.page.own_how')}</p>
      {checkpoint === null ? (
        <p>{say('ledger.page.empty')}</p>
      ) : (
        <dl className={styles.facts}>
          <dt>{say('ledger.page.size')}</dt>
          <dd>{figures.count(checkpoint.size)}</dd>
          <dt>{say('ledger.page.signed')}</dt>
          <dd>{figures.moment(checkpoint.at)}</dd>
          <dt>{say('ledger.page.key')}</dt>
          <dd>
            <Identifier mono>{key ?? '–'}</Identifier>
          </dd>
        </dl>
      )}
      {error && <Failed error={error} onAgain={again} />}
      <div className={`${styles.actions} ${styles.after}`}>
        <Button onClick={send} aria-disabled={busy || checkpoint === null}>
          {say('ledger.page.send')}
        </Button>
        <span className={styles.more}>{say('ledger.page.send_how')}</span>
      </div>
    </Section>
  )
}
