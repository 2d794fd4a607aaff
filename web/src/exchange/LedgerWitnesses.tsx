import type { LedgerShow } from '@proofmark/contract/schemas/ledger'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'

/** Who cosigned our ledger up to where, and up to where we hold theirs. */
export function LedgerWitnesses({ ledger }: { readonly ledger: LedgerShow }) {
  const { say, figures } = useLanguage()
  const { shown, cosignatures, witnessed } = ledger
  const partners = [...new Set([...shown, ...cosignatures, ...witnessed].map(({ partner }) => partner))].sort()
  const column = (name: string) => say(`ledger.page.column.${name}`)
  if (partners.length === 0)
    return (
      <Section heading={say('ledger.page.witnesses')}>
        <p>{say('ledger.page.no_witnesses')}</p>
      </Section>
    )
  return (
    <Section heading={say('ledger.page.witnesses')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{say('exchange.page.column.partner')}</th>
            <th scope="col">{column('cosigned')}</th>
            <th scope="col">{column('sent')}</th>
            <th scope="col">{column('theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {partners.map((partner) => {
            const last = cosignatures.findLast((each) => each.partner === partner)
            const sent = shown.find((each) => each.partner === partner)?.sentAt ?? null
            const theirs = witnessed.find((each) => each.partner === partner)
            return (
              <tr key={partner}>
                <th scope="row" data-label={say('exchange.page.column.partner')}>
                  <Identifier mono>{partner}</Identifier>
                </th>
                <td data-label={column('cosigned')}>
                  {last ? (
                    say('ledger.page.at', { size: figures.count(last.size), at: figures.moment(last.at) })
                  ) : (
                    <span className={styles.quiet}>{say('ledger.page.not_yet')}</span>
                  )}
                </td>
                <td data-label={column('sent')}>
                  {sent === null ? (
                    <span className={styles.quiet}>{say('ledger.page.not_yet')}</span>
                  ) : (
                    figures.moment(sent)
                  )}
                </td>
                <td data-label={column('theirs')}>
                  {theirs ? (
                    say('ledger.page.at', { size: figures.count(theirs.size), at: figures.moment(theirs.at) })
                  ) : (
                    <span className={styles.quiet}>{say('ledger.page.nothing_held')}</span>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}
