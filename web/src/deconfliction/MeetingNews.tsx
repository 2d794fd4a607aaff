import { CASE_WORKERS, READERS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import { useEffect, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { goTo } from '../frame/address.ts'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './MeetingNews.module.css'
import { MET } from './met.ts'

/** Whoever is about to act must know of others within a minute. */
const EVERY_MS = 40_000
/** What was there before is told by Home and by its page. */
const FIRST_MS = 5_000

type Counted = Readonly<Record<'deconfliction' | 'deconfliction_silent', number>>
const NONE: Counted = { deconfliction: 0, deconfliction_silent: 0 }

/** How many meetings the reader was told of: numbers alone, which are no entry of the log. */
async function count(): Promise<Counted> {
  const { waits } = await api('homeShow', undefined, { only: Object.keys(NONE).join(',') })
  return { ...NONE, ...Object.fromEntries(waits.map(({ kind, count: number }) => [kind, number])) }
}

/** Says on every page that somebody was met since it was opened, as long as the page is in sight. */
export default function MeetingNews({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  const [seen, setSeen] = useState<Counted | null>(null)
  const [now, setNow] = useState<Counted>(NONE)
  const told = holdsOne(session, CASE_WORKERS) || holdsOne(session, READERS)
  useEffect(() => {
    if (!told) return
    const look = () => {
      if (document.visibilityState !== 'visible') return
      // A number that is not known is not told; the next look may know it.
      count().then(
        (counted) => {
          setSeen((before) => before ?? counted)
          setNow(counted)
        },
        () => {},
      )
    }
    const first = setTimeout(look, FIRST_MS)
    const timer = setInterval(look, EVERY_MS)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [told])
  const met = seen !== null && now.deconfliction > seen.deconfliction
  const silent = seen !== null && now.deconfliction_silent > seen.deconfliction_silent
  const open = () => {
    setSeen(now)
    dispatchEvent(new Event(MET))
    goTo(met ? '/deconfliction' : '/deconfliction/desk')
  }
  return (
    <div role="status" className={met || silent ? styles.news : undefined}>
      {(met || silent) && (
        <>
          <span>{say(met ? 'common.met' : 'common.met_silent')}</span>{' '}
          <Button weight="word" onClick={open}>
            {say('common.met_see')}
          </Button>
        </>
      )}
    </div>
  )
}
