import type { Wait } from '@proofmark/contract/schemas/home'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import { useReturn } from '../common/useReturn.ts'
import { meetingsSeen } from '../deconfliction/seen.ts'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { type DeskCatalogue, DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import styles from './HomePage.module.css'
import { placeOf, WORK } from './places.ts'

const CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/home.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/home.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/home.json', { with: { type: 'json' } }),
}

/** Coming back to the page does not ask again each time. */
const LEAST_MS = 60_000

interface HomePageProps {
  readonly session: Session
  /** When the last notice came that this reader saw on this device; null where none was seen. */
  readonly seen: string | null
}

/** What waits for the reader, and below it what one does most. */
export default function HomePage({ session, seen }: HomePageProps) {
  return (
    <DeskLanguage catalogue={CATALOGUE}>
      <div className={styles.page}>
        <Waiting seen={seen} account={session.account} />
        <Work session={session} />
      </div>
    </DeskLanguage>
  )
}

function Waiting({ seen, account }: Pick<HomePageProps, 'seen'> & { readonly account: string }) {
  const { say } = useLanguage()
  const ask = useCallback(
    (signal: AbortSignal) =>
      api('homeShow', undefined, { ...(seen !== null && { after: seen }), ...meetingsSeen(account) }, signal),
    [seen, account],
  )
  const [asked, again] = useAsked(ask)
  useReturn(again, LEAST_MS)
  if (asked.kind === 'failed') return <Failed error={asked.error} kept={false} onAgain={again} />
  if (asked.kind === 'asking')
    return (
      <Section heading={say('home.waiting')} ruled={false} busy>
        <Bars id="home.asking" />
      </Section>
    )
  const waits = asked.answer.waits.flatMap((wait) => {
    const place = placeOf(wait)
    return place === null ? [] : [{ wait, place }]
  })
  if (waits.length === 0)
    return (
      <Section heading={say('home.nothing')} ruled={false}>
        <div className={states.state}>
          <p>{say('home.nothing_how')}</p>
        </div>
      </Section>
    )
  return (
    <Section heading={say('home.waiting')} ruled={false}>
      <ul className={styles.list}>
        {waits.map(({ wait, place }) => (
          <li key={wait.kind}>
            <WaitLine wait={wait} place={place} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function WaitLine({ wait: { kind, count, more }, place }: { readonly wait: Wait; readonly place: string }) {
  const { say, figures } = useLanguage()
  const counted = figures.count(count)
  const figure = more ? say('home.more_than', { figure: counted }) : counted
  return (
    <p className={styles.line}>
      <span>{say(`home.wait.${kind}`, { count, figure })}</span> <Go to={place}>{say(`home.go.${kind}`)}</Go>
    </p>
  )
}

function Work({ session }: Pick<HomePageProps, 'session'>) {
  const { say } = useLanguage()
  return (
    <Section heading={say('home.work')}>
      <ul className={styles.list}>
        {WORK.filter(({ roles }) => holdsOne(session, roles)).map(({ name, to }) => (
          <li key={name} className={styles.line}>
            <Go to={to}>{say(`home.work.${name}`)}</Go>{' '}
            <span className={styles.how}>{say(`home.work.${name}_how`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
