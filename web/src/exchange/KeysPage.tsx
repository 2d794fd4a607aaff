import type { KeyChangeVerdict } from '@proofmark/contract/exchange-words'
import type { KeyChangeList } from '@proofmark/contract/schemas/key-change'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import { api } from '../frame/api.ts'
import { ADMINISTRATORS, holdsOne } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { EXCHANGE_CATALOGUE } from './catalogue.ts'
import styles from './Exchange.module.css'
import { ExchangeTabs } from './ExchangeTabs.tsx'
import { OfferedKeys } from './OfferedKeys.tsx'

/** Keys that follow others: those that partners offer, which a person compares with them, and ours. */
export default function KeysPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, ADMINISTRATORS))
    return <Forbidden page={say('common.page.exchange_keys')} session={session} roles={ADMINISTRATORS} />
  return (
    <DeskLanguage catalogue={EXCHANGE_CATALOGUE}>
      <ExchangeTabs session={session} here="exchange_keys" />
      <Shown />
    </DeskLanguage>
  )
}

const fetchKeys = (signal: AbortSignal) => api('keyChangeList', undefined, {}, signal)

function Shown() {
  const { say } = useLanguage()
  const [asked, again] = useAsked(useCallback(fetchKeys, []))
  if (asked.kind === 'failed') return <Failed error={asked.error} kept={false} onAgain={again} />
  if (asked.kind === 'asking')
    return (
      <Section heading={say('keys.page.offered')} ruled={false} busy>
        <Bars id="exchange.page.asking" />
      </Section>
    )
  const { offered, own, certificateEnds } = asked.answer
  return (
    <div className={styles.page}>
      <OfferedKeys offered={offered} onChanged={again} />
      <OwnKeys own={own} certificateEnds={certificateEnds} />
    </div>
  )
}

function OwnKeys({ own, certificateEnds }: Omit<KeyChangeList, 'offered'>) {
  const { say, figures } = useLanguage()
  return (
    <Section heading={say('keys.page.own')}>
      <p className={styles.how}>{say('keys.page.own_how')}</p>
      <p>
        {certificateEnds === null
          ? say('keys.page.no_certificate')
          : say('keys.page.certificate_ends', { day: figures.day(certificateEnds) })}
      </p>
      {own.length > 0 && (
        <ul className={styles.list}>
          {own.map(({ change, what, by, at, switchedAt, told }) => (
            <li key={change}>
              <p>
                {say(`keys.page.what.${what}`)}
                {figures.comma}
                <bdi>{by}</bdi>
                {figures.comma}
                {figures.moment(at)}
              </p>
              <p className={styles.more}>
                {switchedAt === null
                  ? say('keys.page.not_used')
                  : say('keys.page.used_since', { moment: figures.moment(switchedAt) })}
              </p>
              {told.length > 0 && (
                <p className={styles.more}>
                  {figures.list(
                    told.map(({ partner, answer }) => say('keys.page.told', { partner, answer: answerOf(answer) })),
                  )}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const answerOf = (answer: KeyChangeVerdict | null): string => answer ?? 'none'
