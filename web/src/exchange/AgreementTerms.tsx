import type { DeadlineUnit } from '@proofmark/contract/exchange-words'
import { DEADLINES, QUOTAS } from '@proofmark/contract/exchange-words'
import type { ListedPartner } from '@proofmark/contract/schemas/partner'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import table from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'
import { ReviewDay } from './ReviewDay.tsx'

type Agreement = NonNullable<ListedPartner['agreement']>

/** What is in force with a partner, in words. */
export function AgreementTerms({ agreement }: Pick<ListedPartner, 'agreement'>) {
  const { say } = useLanguage()
  if (agreement === null)
    return (
      <>
        <p className={styles.warn}>{say('exchange.no_agreement')}</p>
        <p className={styles.how}>{say('exchange.page.no_agreement_how')}</p>
      </>
    )
  return (
    <>
      <Terms agreement={agreement} />
      <Deadlines agreement={agreement} />
    </>
  )
}

function Terms({ agreement }: { readonly agreement: Agreement }) {
  const { say, figures, locale } = useLanguage()
  const { legalBasis, purposes, dataClasses, wholeRegisterLaw, naturalPersons, handling, quotas, calendar } = agreement
  const { escalateTo, clockTolerance, validFrom, validTo, reviewOn } = agreement
  const day = (stated: string) => figures.day(`${stated}T12:00:00Z`)
  // The first of January 2024 was a Monday.
  const weekday = (number: number) =>
    new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, number))
  const holidays = calendar.holidays.length
  return (
    <dl className={styles.facts}>
      <dt>{say('exchange.page.term.basis')}</dt>
      <dd>
        <bdi>{legalBasis}</bdi>
      </dd>
      <dt>{say('exchange.page.term.valid')}</dt>
      <dd>
        {validTo === null
          ? say('exchange.page.term.valid_from', { from: day(validFrom) })
          : say('exchange.page.term.valid_until', { from: day(validFrom), to: day(validTo) })}{' '}
        <ReviewDay reviewOn={reviewOn} />
      </dd>
      <dt>{say('exchange.page.term.purposes')}</dt>
      <dd>
        <Facts>{purposes.map((purpose) => say(`word.intended_use.${purpose}`))}</Facts>
      </dd>
      <dt>{say('exchange.page.term.classes')}</dt>
      <dd>
        {dataClasses.length === 0 ? (
          say('exchange.page.term.no_class')
        ) : (
          <Facts>{dataClasses.map((each) => say(`exchange.page.class.${each}`))}</Facts>
        )}
        {wholeRegisterLaw !== null && (
          <p>
            {say('exchange.page.term.register_law')} <bdi>{wholeRegisterLaw}</bdi>
          </p>
        )}
      </dd>
      <dt>{say('exchange.page.term.persons')}</dt>
      <dd>{say(naturalPersons ? 'exchange.page.term.persons_yes' : 'exchange.page.term.persons_no')}</dd>
      <dt>{say('exchange.page.term.handling')}</dt>
      <dd>
        {handling.length === 0 && say('exchange.page.term.no_handling')}
        {handling.map(({ scheme, codes }) => (
          <p key={scheme}>
            {say(`exchange.page.scheme.${scheme}`)}{' '}
            <Facts>
              {codes.map((code) => (
                <Identifier key={code}>{code}</Identifier>
              ))}
            </Facts>
          </p>
        ))}
      </dd>
      <dt>{say('exchange.page.term.quotas')}</dt>
      <dd>
        <ul>
          {QUOTAS.map((each) => (
            <li key={each}>
              {say(`exchange.page.quota.${each}`, {
                bounded: quotas[each] === null ? 'no' : 'yes',
                figure: figures.count(quotas[each] ?? 0),
              })}
            </li>
          ))}
        </ul>
      </dd>
      <dt>{say('exchange.page.term.calendar')}</dt>
      <dd>
        {say('exchange.page.term.days', { days: figures.list(calendar.workingDays.map(weekday)) })}{' '}
        <Identifier>{calendar.timeZone}</Identifier>
        {figures.comma}
        {say('exchange.page.term.holidays', { count: holidays, figure: figures.count(holidays) })}
      </dd>
      {escalateTo !== undefined && (
        <>
          <dt>{say('exchange.page.term.escalate_to')}</dt>
          <dd>
            <bdi>{escalateTo}</bdi>
          </dd>
        </>
      )}
      <dt>{say('exchange.page.term.clock')}</dt>
      <dd>
        {say('exchange.page.term.clock_within', { count: clockTolerance, figure: figures.count(clockTolerance) })}
      </dd>
    </dl>
  )
}

function Deadlines({ agreement: { deadlines } }: { readonly agreement: Agreement }) {
  const { say, figures } = useLanguage()
  const within = (deadline: { readonly amount: number; readonly unit: DeadlineUnit } | undefined) =>
    deadline === undefined
      ? say('exchange.page.by_default')
      : say(`exchange.page.within.${deadline.unit}`, { count: deadline.amount, figure: figures.count(deadline.amount) })
  return (
    <table className={`${table.table} ${styles.after}`}>
      <caption className="unseen">{say('exchange.page.term.deadlines')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('exchange.page.term.deadlines')}</th>
          <th scope="col">{say('exchange.page.routine')}</th>
          <th scope="col">{say('exchange.page.urgent')}</th>
        </tr>
      </thead>
      <tbody>
        {DEADLINES.map((each) => (
          <tr key={each}>
            <th scope="row">{say(`exchange.page.deadline.${each}`)}</th>
            <td data-label={say('exchange.page.routine')}>{within(deadlines.routine[each])}</td>
            <td data-label={say('exchange.page.urgent')}>{within(deadlines.urgent[each])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
