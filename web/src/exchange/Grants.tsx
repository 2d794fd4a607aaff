import type { DataClass } from '@proofmark/contract/exchange-words'
import type { PartnerShown } from '@proofmark/contract/schemas/partner'
import { Failed } from '../common/Failed.tsx'
import { SecondStep } from '../common/SecondStep.tsx'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'
import { GiveGrant } from './GiveGrant.tsx'

type Grant = PartnerShown['grants'][number]

interface GrantsProps {
  readonly grants: readonly Grant[]
  readonly partner: string
  /** Of which data may be granted; none where the reader grants nothing. */
  readonly classes: readonly DataClass[]
  readonly exchanges: boolean
  readonly onChanged: () => void
}

/** What a partner may have on one subject beside the agreement, until when, and whether it knows what was taken back. */
export function Grants({ grants, partner, classes, exchanges, onChanged }: GrantsProps) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const column = (name: string) => say(`exchange.page.column.${name}`)
  const revoke = (grant: string) =>
    act(async () => {
      await api('grantRevoke', { grant })
      onChanged()
    })
  return (
    <Section heading={say('exchange.page.grants')}>
      <p className={styles.how}>{say('exchange.page.grants_how')}</p>
      {error && <Failed error={error} onAgain={again} kept={false} />}
      {grants.length === 0 ? (
        <p>{say('exchange.page.no_grants')}</p>
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{column('subject')}</th>
              <th scope="col">{column('class')}</th>
              <th scope="col">{column('until')}</th>
              <th scope="col">{column('standing')}</th>
              <th scope="col">{column('act')}</th>
            </tr>
          </thead>
          <tbody>
            {grants.map((each) => (
              <tr key={each.grant}>
                <th scope="row" data-label={column('subject')}>
                  <bdi>{each.subject}</bdi>
                </th>
                <td data-label={column('class')}>{say(`exchange.page.class.${each.dataClass}`)}</td>
                <td data-label={column('until')}>{figures.moment(each.expires)}</td>
                <td data-label={column('standing')}>
                  <Standing grant={each} />
                </td>
                <td data-label={column('act')}>
                  {exchanges && isOpen(each) && (
                    <SecondStep
                      word={say('exchange.page.revoke')}
                      label={say('exchange.page.revoke_one', { subject: each.subject })}
                      told={say('exchange.page.revoke_told', { partner })}
                      act={say('exchange.page.revoke')}
                      busy={busy}
                      onAct={() => revoke(each.grant)}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {classes.length > 0 && <GiveGrant partner={partner} classes={classes} onGiven={onChanged} />}
    </Section>
  )
}

const isOpen = ({ revokedAt, expires }: Grant): boolean => revokedAt === null && new Date(expires) > new Date()

function Standing({ grant }: { readonly grant: Grant }) {
  const { say, figures } = useLanguage()
  const { revokedAt, told } = grant
  if (revokedAt === null) return say(isOpen(grant) ? 'exchange.page.grant_open' : 'exchange.page.grant_over')
  return (
    <>
      <p>{say('exchange.page.revoked_since', { moment: figures.moment(revokedAt) })}</p>
      <p className={told === 'dead' || told === 'given_up' ? styles.warn : styles.more}>
        {told === 'acknowledged'
          ? say('exchange.page.receipt_here')
          : say('exchange.page.receipt_missing', { state: say(`word.outbox_state.${told ?? 'waiting'}`) })}
      </p>
    </>
  )
}
