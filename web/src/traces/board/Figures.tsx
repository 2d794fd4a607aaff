import type { TraceFigures } from '@proofmark/contract/schemas/trace-shown'
import { useCallback } from 'react'
import { Bars } from '../../common/Bars.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Figure } from '../../common/Figure.tsx'
import { Section } from '../../common/Section.tsx'
import tables from '../../common/Table.module.css'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { useAsked } from '../../imports/useAsked.ts'
import styles from './Board.module.css'
import { Failures } from './Failures.tsx'

/** What came of requests: by partner, by route, and why traces fail. */
export function Figures() {
  const { say } = useLanguage()
  const ask = useCallback((signal: AbortSignal) => api('traceFigures', {}, {}, signal), [])
  const [asked, again] = useAsked(ask)
  if (asked.kind === 'asking')
    return (
      <Section heading={say('traces.page.figures')} busy>
        <Bars id="traces.page.counting" />
      </Section>
    )
  if (asked.kind === 'failed') return <Failed error={asked.error} onAgain={again} kept={false} />
  const { answer } = asked
  return (
    <>
      <Partners partners={answer.partners} />
      <Routes figures={answer} />
      <Failures failures={answer.failures} />
    </>
  )
}

const PARTNER_FIGURES = ['sent', 'acknowledged', 'answered', 'refused', 'medianDays'] as const

function Partners({ partners }: Pick<TraceFigures, 'partners'>) {
  const { say, figures } = useLanguage()
  return (
    <Section heading={say('traces.page.by_partner')}>
      {partners.length === 0 ? (
        <p className={styles.told}>{say('traces.page.no_partners')}</p>
      ) : (
        <table className={tables.table}>
          <caption className="unseen">{say('traces.page.by_partner')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('traces.form.partner')}</th>
              {PARTNER_FIGURES.map((name) => (
                <th key={name} scope="col" className={tables.number}>
                  {say(`traces.page.figure.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {partners.map((each) => (
              <tr key={each.partner}>
                <th scope="row">
                  <bdi>{each.partner}</bdi>
                </th>
                {PARTNER_FIGURES.map((name) => (
                  <td key={name} className={tables.number} data-label={say(`traces.page.figure.${name}`)}>
                    {each[name] === null ? (
                      <span className={tables.quiet}>{say('traces.page.none_yet')}</span>
                    ) : (
                      <Figure>{figures.count(each[name])}</Figure>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

const ROUTE_FIGURES = ['of', 'answered', 'traced'] as const

function Routes({ figures: { routes, closed, counted } }: { readonly figures: TraceFigures }) {
  const { say, figures } = useLanguage()
  return (
    <Section
      heading={say('traces.page.by_route')}
      aside={say('traces.page.closed_counted', {
        closed,
        closedFigure: figures.count(closed),
        counted,
        countedFigure: figures.count(counted),
      })}
    >
      {routes.length === 0 ? (
        <p className={styles.told}>{say('traces.page.no_routes')}</p>
      ) : (
        <table className={tables.table}>
          <caption className="unseen">{say('traces.page.by_route')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('traces.page.asked_as')}</th>
              {ROUTE_FIGURES.map((name) => (
                <th key={name} scope="col" className={tables.number}>
                  {say(`traces.page.figure.${name}`)}
                </th>
              ))}
              <th scope="col" className={tables.number}>
                {say('traces.page.figure.share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {routes.map((route) => (
              <tr key={route.role}>
                <th scope="row">{say(`word.addressee_role.${route.role}`)}</th>
                {ROUTE_FIGURES.map((name) => (
                  <td key={name} className={tables.number} data-label={say(`traces.page.figure.${name}`)}>
                    <Figure>{figures.count(route[name])}</Figure>
                  </td>
                ))}
                <td className={tables.number} data-label={say('traces.page.figure.share')}>
                  {route.of === 0 ? (
                    <span className={tables.quiet}>{say('traces.page.none_yet')}</span>
                  ) : (
                    <Figure>{figures.percent(route.traced / route.of)}</Figure>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
