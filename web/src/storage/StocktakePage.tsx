import { CUSTODY_KEEPERS, EXHIBIT_MANAGERS } from '@proofmark/contract/route'
import type { StocktakeShown } from '@proofmark/contract/schemas/custody-storage'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback, useEffect, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { SecondStep } from '../common/SecondStep.tsx'
import { Section } from '../common/Section.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { STORAGE_CATALOGUE } from './catalogue.ts'
import { GROUNDS } from './grounds.ts'
import { Latest } from './Latest.tsx'
import type { Place } from './Places.tsx'
import { Report } from './Report.tsx'
import { Scan } from './Scan.tsx'
import styles from './Storage.module.css'

interface StocktakePageProps {
  readonly stocktake: string
  readonly session: Session
}

/** A stock-taking: scanned label by label while it is open, its report from then on. */
export default function StocktakePage({ stocktake, session }: StocktakePageProps) {
  const { say } = useLanguage()
  if (!holdsOne(session, CUSTODY_KEEPERS))
    return <Forbidden page={say('common.page.stocktake')} session={session} roles={CUSTODY_KEEPERS} />
  return (
    <DeskLanguage catalogue={STORAGE_CATALOGUE}>
      <Opened stocktake={stocktake} session={session} />
    </DeskLanguage>
  )
}

function Opened({ stocktake, session }: StocktakePageProps) {
  const ask = useCallback(
    async () => ({
      shown: await api('stocktakeShow', { stocktake, grounds: GROUNDS }),
      places: (await api('storageList')).places,
    }),
    [stocktake],
  )
  const [asked, again] = useAsked(ask)
  if (asked.kind === 'asking') return <Bars id="storage.opening" />
  if (asked.kind === 'failed') return <Failed error={asked.error} kept={false} onAgain={again} />
  return <Sheet {...asked.answer} manages={holdsOne(session, EXHIBIT_MANAGERS)} onChanged={again} />
}

/** So long after a scan nobody is about to make the next one. */
const PAUSE_MS = 1_500

interface SheetProps {
  readonly shown: StocktakeShown
  readonly places: readonly Place[]
  readonly manages: boolean
  readonly onChanged: () => void
}

function Sheet({ shown: opened, places, manages, onChanged }: SheetProps) {
  const { say, figures } = useLanguage()
  // What the last scan was answered by. The report may be long: it is fetched anew once the scanning pauses.
  const [latest, setLatest] = useState(opened)
  const [report, setReport] = useState(opened)
  const { stocktake: id } = opened
  useEffect(() => {
    if (latest === opened) return
    const timer = setTimeout(() => {
      // Where it cannot be fetched the older one stands, and the next scan tries again.
      api('stocktakeShow', { stocktake: id, grounds: GROUNDS }).then(setReport, () => undefined)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [latest, opened, id])
  const { stocktake, path, found, expected, closedAt, closedBy, begunAt, begunBy } = latest
  const open = closedAt === null
  return (
    <div className={styles.page}>
      <Section
        ruled={false}
        heading={say('storage.stock.of', { place: `\u2068${path}\u2069` })}
        aside={
          <strong>
            {say('storage.stock.progress', { found: figures.count(found), expected: figures.count(expected) })}
          </strong>
        }
      >
        <p className={styles.told}>
          {say('storage.stock.begun_by', { name: `\u2068${begunBy}\u2069`, at: figures.moment(begunAt) })}{' '}
          {closedAt &&
            say('storage.stock.closed_by', {
              name: `\u2068${closedBy ?? ''}\u2069`,
              at: figures.moment(closedAt),
            })}{' '}
          <Go to={`/storage#${latest.storage}`}>{say('storage.places')}</Go>
        </p>
        {open && <Scan shown={latest} places={places} onScanned={setLatest} />}
      </Section>
      {open && <Latest shown={latest} places={places} onTaken={setLatest} />}
      <Report shown={report} places={places} />
      {open && manages && <Close stocktake={stocktake} missing={expected - found} onClosed={onChanged} />}
    </div>
  )
}

function Close({
  stocktake,
  missing,
  onClosed,
}: {
  readonly stocktake: string
  readonly missing: number
  readonly onClosed: () => void
}) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useDoing()
  return (
    <div className={styles.actions}>
      <SecondStep
        word={say('storage.stock.close')}
        told={say('storage.stock.close_told', { missing, figure: figures.count(missing) })}
        act={say('storage.stock.close_act')}
        busy={busy}
        onAct={() =>
          act(async () => {
            await api('stocktakeClose', { stocktake, grounds: GROUNDS })
            onClosed()
          })
        }
      />
      {error && <Failed error={error} onAgain={again} />}
    </div>
  )
}
