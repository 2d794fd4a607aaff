import type { Session } from '@proofmark/contract/schemas/session'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import type { View } from './address.ts'
import { Desks } from './Desks.tsx'
import styles from './Frame.module.css'
import { Go } from './Go.tsx'
import { START } from './home.ts'
import { useLanguage } from './language.tsx'
import { Preferences } from './Preferences.tsx'

interface FrameProps {
  readonly view: View
  readonly title: string
  readonly session: Session | null
  /** Notices that came since their page was last opened on this device. */
  readonly news: number
  readonly onSignOut: () => void
  readonly children: ReactNode
}

/** What of an address is another place to read at, not the same one anew. */
function placeOf(view: View): string {
  if (view.name === 'record' || view.name === 'firearm') return `${view.name} ${view.record}`
  if (view.name === 'source') return `source ${view.source}`
  if (view.name === 'recovery') return `recovery ${view.recovery}`
  if (view.name === 'exhibit') return `exhibit ${view.exhibit}`
  return view.name === 'import' ? view.import : view.name
}

/** The page: the way past everything, what installation this is, one line of desks, the view, and how it looks. */
export function Frame({ view, title, session, news, onSignOut, children }: FrameProps) {
  const { say } = useLanguage()
  const main = useRef<HTMLElement>(null)
  const place = placeOf(view)
  const first = useRef(place)
  useEffect(() => {
    document.title = say('common.title', { page: title })
  }, [say, title])
  // After going to another view, reading goes on at its beginning. The first view is the browser's business.
  useEffect(() => {
    if (first.current === place) return
    first.current = place
    main.current?.focus({ preventScroll: true })
  }, [place])
  return (
    <div className={styles.page}>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {say('common.skip')}
      </button>
      <header>
        {session?.installation.demonstration && (
          <div className={styles.banner}>
            <p>{say('common.demonstration', { country: session.installation.country })}</p>
            <p>{say('common.demonstration_only')}</p>
          </div>
        )}
        <div className={styles.header}>
          <Brand home={session !== null} current={view.name === 'home'} />
          {session && (
            <>
              {!session.signIn.enrolmentNeeded && <Desks view={view} session={session} news={news} />}
              <p className={styles.reader}>
                <span>
                  <Facts>
                    {[session.account, ...session.roles.map((role) => say(`word.role.${role}`)), session.agency]}
                  </Facts>
                </span>
                {!session.signIn.enrolmentNeeded && (
                  <Go to="/me" current={view.name === 'me'}>
                    {say('common.page.me')}
                  </Go>
                )}
                <Button weight="word" onClick={onSignOut}>
                  {say('common.sign_out')}
                </Button>
              </p>
            </>
          )}
        </div>
      </header>
      <main ref={main} tabIndex={-1} className={styles.main}>
        <h1 className="unseen">{title}</h1>
        {children}
      </main>
      <footer className={styles.footer}>
        <Preferences />
      </footer>
    </div>
  )
}

/** What the app is called; to whoever is signed in it is the way home. */
function Brand({ home, current }: { readonly home: boolean; readonly current: boolean }) {
  const { say } = useLanguage()
  const name = (
    <span className={styles.brand} translate="no">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M7 2H3v16h4M13 2h4v16h-4" />
        <rect x="9" y="6.5" width="2.5" height="7" />
      </svg>
      <bdi>{say('common.name')}</bdi>
    </span>
  )
  if (!home) return <p>{name}</p>
  return (
    <p>
      <Go to={START} current={current} label={say('common.home', { name: say('common.name') })} className={styles.home}>
        {name}
      </Go>
    </p>
  )
}
