import type { CorrectionList } from '@proofmark/contract/schemas/correction'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'

/** Our corrections, each with whoever was told of what it corrects, and whose receipt came. */
export function MadeCorrections({ made }: Pick<CorrectionList, 'made'>) {
  const { say, figures } = useLanguage()
  const column = (name: string) => say(`exchange.page.column.${name}`)
  return (
    <Section heading={say('correction.made')}>
      {made.length === 0 ? (
        <p>{say('correction.none_made')}</p>
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{column('subject')}</th>
              <th scope="col">{column('said')}</th>
              <th scope="col">{column('made')}</th>
              <th scope="col">{say('correction.told')}</th>
            </tr>
          </thead>
          <tbody>
            {made.map(({ correction, subject, said, erase, by, at, told }) => (
              <tr key={correction}>
                <th scope="row" data-label={column('subject')}>
                  <bdi>{subject}</bdi>
                </th>
                <td data-label={column('said')}>
                  <div>
                    <p>
                      <bdi>{said}</bdi>
                    </p>
                    {erase && <p className={styles.more}>{say('exchange.page.to_erase')}</p>}
                  </div>
                </td>
                <td data-label={column('made')}>
                  <span>
                    <bdi>{by}</bdi>
                    {figures.comma}
                    {figures.moment(at)}
                  </span>
                </td>
                <td data-label={say('correction.told')}>
                  {told.length === 0 ? say('correction.nobody_told') : <Told told={told} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

function Told({ told }: Pick<CorrectionList['made'][number], 'told'>) {
  const { say, figures } = useLanguage()
  return (
    <ul>
      {told.map(({ partner, state, receivedAt }) => (
        <li key={partner} className={state === 'dead' || state === 'given_up' ? styles.warn : undefined}>
          <Identifier mono>{partner}</Identifier>
          {figures.comma}
          {receivedAt === null
            ? say('exchange.page.receipt_missing', { state: say(`word.outbox_state.${state}`) })
            : say('exchange.page.receipted', { moment: figures.moment(receivedAt) })}
        </li>
      ))}
    </ul>
  )
}
