import type { CorrectionList } from '@proofmark/contract/schemas/correction'
import type { ReactNode } from 'react'
import table from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'

type Corrected = Pick<CorrectionList['made'][number], 'correction' | 'subject' | 'said' | 'erase' | 'by' | 'at'>

interface CorrectionTableProps<Correction extends Corrected> {
  readonly corrections: readonly Correction[]
  /** The heading of the last column, and what stands in it. */
  readonly standing: string
  readonly standingOf: (correction: Correction) => ReactNode
}

/** Corrections: of what, what is right, who made each and when, and how it stands with whoever is told. */
export function CorrectionTable<Correction extends Corrected>({
  corrections,
  standing,
  standingOf,
}: CorrectionTableProps<Correction>) {
  const { say, figures } = useLanguage()
  const column = (name: string) => say(`exchange.page.column.${name}`)
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{column('subject')}</th>
          <th scope="col">{column('said')}</th>
          <th scope="col">{column('made')}</th>
          <th scope="col">{standing}</th>
        </tr>
      </thead>
      <tbody>
        {corrections.map((made) => (
          <tr key={made.correction}>
            <th scope="row" data-label={column('subject')}>
              <bdi>{made.subject}</bdi>
            </th>
            <td data-label={column('said')}>
              <div>
                <p>
                  <bdi>{made.said}</bdi>
                </p>
                {made.erase && <p className={styles.more}>{say('exchange.page.to_erase')}</p>}
              </div>
            </td>
            <td data-label={column('made')}>
              <span>
                <bdi>{made.by}</bdi>
                {figures.comma}
                {figures.moment(made.at)}
              </span>
            </td>
            <td data-label={standing}>{standingOf(made)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
