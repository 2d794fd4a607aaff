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

/** What may come, the most urgent first: what it says, and where it stands. */
const NEWS = {
  operations_met: { says: 'common.met_operation', to: '/operations' },
  deconfliction: { says: 'common.met', to: '/deconfliction' },
  deconfliction_silent: { says: 'common.met_silent', to: '/deconfliction/desk' },
} as const
type Kind = keyof typeof NEWS
const KINDS = Object.keys(NEWS) as Kind[]
type Counted = Readonly<Record<Kind, number>>
const NONE: Counted = { operations_met: 0, deconfliction: 0, deconfliction_silent: 0 }

/** How many meetings the reader was told of: numbers alone, which are no entry of the log. */
async function count(): Promise<Counted> {
  const { waits } = await api('homeShow', undefined, { only: KINDS.join(',') })
  return { ...NONE, ...Object.fromEntries(waits.map(({ kind, count: number }) => [kind, number])) }
}

const least = (one: Counted, other: Counted): Counted =>
  Object.fromEntries(KINDS.map((kind) => [kind, Math.min(one[kind], other[kind])])) as Record<Kind, number>

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
          // What was settled meanwhile makes room: the next that comes is news again.
          setSeen((before) => (before === null ? counted : least(before, counted)))
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
  const come = seen === null ? undefined : KINDS.find((kind) => now[kind] > seen[kind])
  const open = (kind: Kind) => {
    setSeen((before) => before && { ...before, [kind]: now[kind] })
    dispatchEvent(new Event(MET))
    goTo(NEWS[kind].to)
  }
  return (
    <div role="status" className={come && styles.news}>
      {come && (
        <>
          <span>{say(NEWS[come].says)}</span>{' '}
          <Button weight="word" onClick={() => open(come)}>
            {say('common.met_see')}
          </Button>
        </>
      )}
    </div>
  )
}
