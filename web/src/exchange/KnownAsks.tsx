import type { KnownState } from '@proofmark/contract/schemas/private-look-up'
import { Button } from '../common/Button.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'

interface KnownAsksProps {
  readonly asks: KnownState['asks']
  readonly onAgain: () => void
}

/** What the reader’s agency asked, and what came of it; the marks stand in the log alone. */
export function KnownAsks({ asks, onAgain }: KnownAsksProps) {
  const { say, figures } = useLanguage()
  const column = (name: string) => say(`exchange.page.column.${name}`)
  return (
    <Section
      heading={say('exchange.page.known.own')}
      aside={
        <Button weight="word" onClick={onAgain}>
          {say('exchange.page.known.again')}
        </Button>
      }
    >
      {asks.length === 0 ? (
        <p>{say('exchange.page.known.no_asks')}</p>
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{column('at')}</th>
              <th scope="col">{column('partner')}</th>
              <th scope="col">{column('reference')}</th>
              <th scope="col">{column('asked_by')}</th>
              <th scope="col">{column('outcome')}</th>
              <th scope="col">{column('handle')}</th>
            </tr>
          </thead>
          <tbody>
            {asks.map(({ handle, partner, kind, reference, at, why }) => (
              <tr key={handle}>
                <td data-label={column('at')}>{figures.moment(at)}</td>
                <td data-label={column('partner')}>
                  <Identifier mono>{partner}</Identifier>
                </td>
                <td data-label={column('reference')}>
                  <bdi>{reference}</bdi>
                </td>
                <td data-label={column('asked_by')}>{say(`known.kind.${kind}`)}</td>
                <td data-label={column('outcome')}>
                  {why === null ? say('exchange.page.known.no_answer') : say(`known.why.${why}`, { partner })}
                </td>
                <td data-label={column('handle')}>
                  <Identifier mono>{handle}</Identifier>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
