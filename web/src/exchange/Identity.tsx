import type { ListedPartner, NodeIdentity } from '@proofmark/contract/schemas/partner'
import type { ReactNode } from 'react'
import { Failed } from '../common/Failed.tsx'
import { SecondStep } from '../common/SecondStep.tsx'
import { Section } from '../common/Section.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'
import { hexOf, inFours } from './groups.ts'

interface IdentityProps {
  readonly partner: Pick<ListedPartner, 'partner' | 'certificates' | 'messageKeys'>
  readonly own: NodeIdentity | null
  readonly keeps: boolean
  readonly onChanged: () => void
}

/** By what a partner’s node is known, and by what ours is: read aloud in groups of four, each side reads the other’s. */
export function Identity({ partner: { partner, certificates, messageKeys }, own, keeps, onChanged }: IdentityProps) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const revoke = (fingerprint: string) =>
    act(async () => {
      await api('certificateRevoke', { partner, fingerprint })
      onChanged()
    })
  const since = (revokedAt: string | null) =>
    revokedAt !== null && (
      <p className={styles.warn}>{say('exchange.page.revoked_since', { moment: figures.moment(revokedAt) })}</p>
    )
  return (
    <Section heading={say('exchange.page.identity')}>
      <p className={styles.how}>{say('exchange.page.identity_how')}</p>
      {error && <Failed error={error} onAgain={again} kept={false} />}
      <dl className={styles.facts}>
        <dt>{say('exchange.page.their_certificate')}</dt>
        {certificates.map(({ fingerprint, revokedAt }) => (
          <dd key={fingerprint}>
            <Digits>{fingerprint}</Digits>
            {since(revokedAt)}
            {keeps && revokedAt === null && (
              <div>
                <SecondStep
                  word={say('exchange.page.revoke_certificate')}
                  told={say('exchange.page.revoke_certificate_told', { partner })}
                  act={say('exchange.page.revoke_certificate')}
                  busy={busy}
                  onAct={() => revoke(fingerprint)}
                />
              </div>
            )}
          </dd>
        ))}
        <dt>{say('exchange.page.their_key')}</dt>
        {messageKeys.map(({ key, revokedAt }) => (
          <dd key={key}>
            <Digits>{hexOf(key)}</Digits>
            {since(revokedAt)}
          </dd>
        ))}
        <dt>{say('exchange.page.own_certificate')}</dt>
        {own === null ? (
          <dd className={styles.more}>{say('exchange.page.own_unknown')}</dd>
        ) : (
          own.certificates.map((fingerprint) => (
            <dd key={fingerprint}>
              <Digits>{fingerprint}</Digits>
            </dd>
          ))
        )}
        {own !== null && (
          <>
            <dt>{say('exchange.page.own_key')}</dt>
            {own.messageKeys.map(({ key }) => (
              <dd key={key}>
                <Digits>{hexOf(key)}</Digits>
              </dd>
            ))}
          </>
        )}
      </dl>
    </Section>
  )
}

function Digits({ children }: { readonly children: string }): ReactNode {
  return (
    <bdi dir="ltr" className={styles.fingerprint}>
      {inFours(children)}
    </bdi>
  )
}
