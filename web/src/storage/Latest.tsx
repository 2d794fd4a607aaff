import type { StocktakeShown } from '@proofmark/contract/schemas/custody-storage'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { GROUNDS } from './grounds.ts'
import type { Place } from './Places.tsx'
import styles from './Storage.module.css'
import { pathIn, stockSaid } from './stock-said.ts'
import { Thing } from './Thing.tsx'

interface LatestProps {
  readonly shown: StocktakeShown
  readonly places: readonly Place[]
  readonly onTaken: (shown: StocktakeShown) => void
}

/** The last scans, the newest first; one that was made by mistake is taken back. */
export function Latest({ shown, places, onTaken }: LatestProps) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const withdraw = (scan: string) =>
    act(async () => onTaken(await api('stocktakeWithdraw', { stocktake: shown.stocktake, scan, grounds: GROUNDS })))
  return (
    <Section
      heading={say('storage.stock.latest')}
      aside={say('storage.stock.scans', { count: shown.scans, figure: figures.count(shown.scans) })}
    >
      {shown.latest.length === 0 && <p className={styles.quiet}>{say('storage.stock.latest_none')}</p>}
      <ul className={styles.items}>
        {shown.latest.map((each) => {
          const { text, departs } = stockSaid(each, places, say)
          const what = each.number ?? each.text ?? ''
          return (
            <li key={each.scan}>
              <Thing {...each} />
              <span className={departs ? styles.against : undefined}>{text}</span>
              <bdi className={styles.quiet}>{pathIn(places, each.found)}</bdi>
              <Button
                weight="word"
                name="take back"
                aria-label={say('storage.stock.take_back_of', { what })}
                disabled={busy}
                onClick={() => withdraw(each.scan)}
              >
                {say('storage.stock.take_back')}
              </Button>
            </li>
          )
        })}
      </ul>
      {error && <Failed error={error} onAgain={again} />}
    </Section>
  )
}
