import type { BallisticReferral } from '@proofmark/contract/schemas/ballistic'
import { useCallback } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import tables from '../common/Table.module.css'
import { api } from '../frame/api.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import styles from './Ballistics.module.css'
import { GROUNDS } from './grounds.ts'
import { Level } from './Level.tsx'
import { StatedDay } from './StatedDay.tsx'

/** What investigators should hear of, what is worth most first, with the reasons. */
export function Referrals() {
  const { say, figures } = useLanguage()
  const ask = useCallback((signal: AbortSignal) => api('ballisticReferrals', { grounds: GROUNDS }, {}, signal), [])
  const [asked, again] = useAsked(ask)
  const heading = say('ballistic.page.referrals')
  if (asked.kind === 'asking')
    return (
      <Section heading={heading} ruled={false} busy>
        <Bars id="ballistic.page.asking" />
      </Section>
    )
  if (asked.kind === 'failed') return <Failed error={asked.error} onAgain={again} kept={false} />
  const { referrals, more } = asked.answer
  return (
    <Section heading={heading} ruled={false} aside={figures.count(referrals.length)}>
      <p className={styles.told}>{say('ballistic.page.referrals_told')}</p>
      {referrals.length === 0 ? (
        <p>{say('ballistic.page.no_referrals')}</p>
      ) : (
        <ReferralTable referrals={referrals} heading={heading} />
      )}
      {more && <p className={tables.more}>{say('ballistic.page.more')}</p>}
    </Section>
  )
}

const COLUMNS = ['scenes', 'standing', 'why', 'told'] as const

function ReferralTable({
  referrals,
  heading,
}: {
  readonly referrals: readonly BallisticReferral[]
  readonly heading: string
}) {
  const { say } = useLanguage()
  return (
    <table className={tables.table}>
      <caption className="unseen">{heading}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {say(`ballistic.page.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {referrals.map((referral) => (
          <Row key={`${referral.first} ${referral.second}`} referral={referral} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ referral }: { readonly referral: BallisticReferral }) {
  const { say, figures } = useLanguage()
  const { scenes, level, reasons, told, firearm, second } = referral
  return (
    <tr>
      <th scope="row">
        {scenes.map(({ item, reference, scene, case: number, place, date }) => (
          <div key={item}>
            <Go to={`/ballistics/${item}`}>
              <bdi>{scene ?? reference}</bdi>
            </Go>
            <span className={styles.under}>
              <Facts>{[number, place, <StatedDay key="date">{date}</StatedDay>]}</Facts>
            </span>
          </div>
        ))}
        {scenes.length === 0 && <Go to={`/ballistics/${second}`}>{say('ballistic.weapon')}</Go>}
        {firearm !== null && <Go to={`/firearms/${firearm}`}>{say('ballistic.page.firearm')}</Go>}
      </th>
      <td data-label={say('ballistic.page.column.standing')}>
        <Level level={level} />
      </td>
      <td data-label={say('ballistic.page.column.why')}>
        <ul className={styles.reasons}>
          {reasons.map(({ reason, text }) => (
            <li key={reason}>{text}</li>
          ))}
        </ul>
      </td>
      <td data-label={say('ballistic.page.column.told')}>
        {told === null ? (
          <span className={tables.quiet}>{say('ballistic.page.nobody')}</span>
        ) : (
          <div>
            <bdi>{told.to}</bdi>
            <span className={styles.under}>
              <Facts>{[figures.day(told.at), say(`ballistic.level.${told.level}`)]}</Facts>
            </span>
          </div>
        )}
      </td>
    </tr>
  )
}
