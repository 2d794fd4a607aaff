import { STOCK_FINDINGS, type StockFinding } from '@proofmark/contract/custody-words'
import type { StocktakeShown } from '@proofmark/contract/schemas/custody-storage'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { keepBlob } from '../graph/keep/keep-blob.ts'
import { GROUNDS } from './grounds.ts'
import type { Place } from './Places.tsx'
import styles from './Storage.module.css'
import { pathIn } from './stock-said.ts'
import { Thing } from './Thing.tsx'

interface ReportProps {
  readonly shown: StocktakeShown
  readonly places: readonly Place[]
}

/** What is missing, elsewhere or not expected; it prints, and goes as a table. */
export function Report({ shown, places }: ReportProps) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const { lines, closedAt, stocktake } = shown
  const differing = lines.filter(({ finding }) => finding !== 'present')
  const count = (wanted: StockFinding) => figures.count(lines.filter(({ finding }) => finding === wanted).length)
  // A cell without a name is empty, and falls away on a narrow screen.
  const named = (place: string | null) => {
    const path = pathIn(places, place)
    return path && <bdi>{path}</bdi>
  }
  const take = () =>
    act(async () => {
      const file = await api('stocktakeTable', { stocktake, grounds: GROUNDS })
      keepBlob(`stock ${stocktake.slice(0, 8)}.csv`, file as unknown as Blob)
    })
  return (
    <Section
      heading={say('storage.stock.report')}
      aside={closedAt === null ? say('storage.stock.report_now') : figures.moment(closedAt)}
    >
      <p className={styles.told}>
        {say('storage.stock.counts', Object.fromEntries(STOCK_FINDINGS.map((each) => [each, count(each)])))}{' '}
        {differing.length === 0 && say('storage.stock.nothing_differs')}
      </p>
      {differing.length > 0 && (
        <table className={table.table}>
          <caption className="unseen">{say('storage.stock.report')}</caption>
          <thead>
            <tr>
              {['finding', 'what', 'recorded', 'found'].map((column) => (
                <th key={column} scope="col">
                  {say(`storage.stock.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differing.map((line) => (
              <tr key={`${line.exhibit} ${line.text}`} data-finding={line.finding}>
                <th scope="row" data-label={say('storage.stock.finding')}>
                  {say(`word.stock_finding.${line.finding}`)}
                </th>
                <td data-label={say('storage.stock.what')}>
                  <Thing {...line} />
                </td>
                <td data-label={say('storage.stock.recorded')}>{named(line.recorded)}</td>
                <td data-label={say('storage.stock.found')}>{named(line.found)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={`${styles.actions} ${styles.turn}`}>
        <Button name="table" disabled={busy} onClick={take}>
          {say('storage.stock.csv')}
        </Button>
        <Button name="print" onClick={() => print()}>
          {say('storage.stock.print')}
        </Button>
      </div>
      {error && <Failed error={error} onAgain={again} />}
    </Section>
  )
}
