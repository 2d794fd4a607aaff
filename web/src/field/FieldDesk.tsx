import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Note } from '../common/Note.tsx'
import { Section } from '../common/Section.tsx'
import { newIdentifier } from '../enter/identifier.ts'
import { goTo } from '../frame/address.ts'
import { useLanguage } from '../frame/language.tsx'
import { ChangeLock } from './ChangeLock.tsx'
import { CountriesFirst, installationCountries } from './countries.ts'
import { DraftForm } from './DraftForm.tsx'
import { DraftList } from './DraftList.tsx'
import type { Closed, Page } from './device/book.ts'
import type { Device } from './device/device.ts'
import { countriesFirst } from './draft/countries-first.ts'
import { newDraft } from './draft/draft.ts'
import { wrongBy } from './draft/expiry.ts'
import styles from './Field.module.css'
import { NewerLine } from './NewerLine.tsx'
import { OutboxLine } from './OutboxLine.tsx'
import { lock, type Unlocked } from './unlocked.ts'

/** How often what waits is tried again while the page stands open. */
const TRY_EVERY_MS = 30_000

interface FieldDeskProps {
  readonly device: Device
  readonly unlocked: Unlocked
  readonly session: Session | null
  readonly open: string | null
  readonly onSignIn: () => void
  readonly onReached: () => void
}

interface Listed {
  readonly pages: readonly Page[]
  readonly closed: readonly Closed[]
  readonly expired: number
}

/** What one officer has on this device: their recoveries, or the one that is open. */
export function FieldDesk({ device, unlocked, session, open, onSignIn, onReached }: FieldDeskProps) {
  const { say } = useLanguage()
  const { book, outbox, opened } = unlocked
  const sent = useSyncExternalStore(outbox.subscribe, outbox.state)
  const [listed, setListed] = useState<Listed | null>(null)
  const [changing, setChanging] = useState(false)

  const read = useCallback(async () => {
    const { pages, closed } = await book.list()
    const expired = (await device.store.all('tombstones')).filter(
      ({ keyName, why }) => keyName === opened.keyName && why === 'expired',
    ).length
    setListed({ pages, closed, expired })
  }, [book, device.store, opened.keyName])
  const { turns, halted } = sent
  useEffect(() => {
    // Each turn of the outbox changes what is listed, and so does going from a draft back to the list.
    if (turns >= 0 && open !== '') void read()
  }, [read, turns, open])

  useEffect(() => {
    const go = () => void outbox.send()
    go()
    addEventListener('online', go)
    const timer = setInterval(go, TRY_EVERY_MS)
    return () => {
      removeEventListener('online', go)
      clearInterval(timer)
    }
  }, [outbox])
  useEffect(() => {
    if (turns > 0 && halted === null && session === null) onReached()
  }, [turns, halted, session, onReached])

  const near = useMemo(
    () =>
      countriesFirst(
        installationCountries(session),
        (listed?.pages ?? []).map(({ draft }) => draft.form),
      ),
    [session, listed],
  )

  if (listed === null) return <Bars id="field.opening" />
  const begin = async () => {
    const recovery = newIdentifier()
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    await book.save(newDraft({ recovery, officer: book.officer, at: new Date(), zone }), null)
    await read()
    goTo(`/field#${recovery}`)
  }
  const page = listed.pages.find(({ draft }) => draft.recovery === open)
  const clock = wrongBy(device.time.read().skew)
  return (
    <div className={styles.desk}>
      {clock && (
        <Note tone="departure" heading={say(`field.clock_${clock.way}`, { minutes: clock.minutes })}>
          {say('field.clock_how')}
        </Note>
      )}
      {page ? (
        <CountriesFirst value={near}>
          <DraftForm key={page.draft.recovery} page={page} unlocked={unlocked} session={session} onSignIn={onSignIn} />
        </CountriesFirst>
      ) : (
        <Section heading={say('field.drafts')} ruled={false} aside={<bdi>{book.officer}</bdi>}>
          <div className={styles.narrow}>
            <NewerLine outbox={outbox} />
            <OutboxLine outbox={outbox} session={session} onSignIn={onSignIn} />
            <Button weight="main" name="begin" onClick={() => void begin()}>
              {say('field.begin')}
            </Button>
            <DraftList listed={listed} unlocked={unlocked} onChanged={read} />
            <p className={styles.quiet}>{say(`field.offline_${device.offline}`)}</p>
            <div className={styles.keys}>
              <Button onClick={lock}>{say('field.lock')}</Button>
              {opened.way === 'passphrase' && (
                <Button aria-expanded={changing} onClick={() => setChanging(!changing)}>
                  {say('field.change_lock')}
                </Button>
              )}
            </div>
            {changing && <ChangeLock device={device} officer={book.officer} />}
          </div>
        </Section>
      )}
    </div>
  )
}
