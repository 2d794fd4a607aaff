import { BREAKDOWNS, type Breakdown } from '@proofmark/contract/quality-words'
import type { Estimated } from '@proofmark/contract/schemas/quality'
import { Figure } from '../common/Figure.tsx'
import tables from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './QualityPage.module.css'
import { Share } from './Share.tsx'

/** Precision and recall of all compared pairs, then by source, by what is between the numbers, and by year. */
export function Estimates({ estimates }: { readonly estimates: readonly Estimated[] }) {
  const { say } = useLanguage()
  const columns = ['of', 'links_count', 'pairs_count', 'judged_count', 'precision', 'recall'] as const
  return (
    <table className={tables.table}>
      <caption className="unseen">{say('quality.links')}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={column === 'of' ? undefined : tables.number}>
              {say(`quality.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {BREAKDOWNS.map((by) => (
        <tbody key={by}>
          {by !== 'all' && (
            <tr>
              <th scope="rowgroup" colSpan={6} className={styles.group}>
                {say(`quality.by.${by}`)}
              </th>
            </tr>
          )}
          {estimates
            .filter((each) => each.by === by)
            .map((each) => (
              <Row key={each.of} estimated={each} />
            ))}
        </tbody>
      ))}
    </table>
  )
}

function nameOf(say: (id: string) => string, by: Breakdown, of: string | null): string {
  if (by === 'all') return say('quality.by.all')
  if (of === null) return say('quality.no_year')
  return by === 'damage' ? say(`quality.damage.${of}`) : of
}

function Row({ estimated }: { readonly estimated: Estimated }) {
  const { say, figures } = useLanguage()
  const { by, of, linked, pairs, judged, precision, recall } = estimated
  const count = (figure: number) => <Figure>{figures.count(Math.round(figure))}</Figure>
  return (
    <tr>
      <th scope="row">
        <bdi>{nameOf(say, by, of)}</bdi>
      </th>
      <td className={tables.number} data-label={say('quality.links_count')}>
        {count(linked)}
      </td>
      <td className={tables.number} data-label={say('quality.pairs_count')}>
        {count(pairs)}
      </td>
      <td className={tables.number} data-label={say('quality.judged_count')}>
        {count(judged)}
      </td>
      <td className={tables.number} data-label={say('quality.precision')}>
        <Share estimate={precision} />
      </td>
      <td className={tables.number} data-label={say('quality.recall')}>
        <Share estimate={recall} />
      </td>
    </tr>
  )
}
