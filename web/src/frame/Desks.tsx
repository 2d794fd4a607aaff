import {
  ASKERS,
  BALLISTIC_READERS,
  CASE_WORKERS,
  CUSTODY_KEEPERS,
  DESKS,
  EXHIBIT_MANAGERS,
  MODELLERS,
  READERS,
  RECOVERERS,
  RECOVERY_READERS,
  THING_WORKERS,
} from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { onGoing, type View } from './address.ts'
import styles from './Desks.module.css'
import { ADMINISTRATORS, holdsOne, OVERSEERS, RECORDERS, STEWARDS } from './desk-roles.ts'
import { Go } from './Go.tsx'
import { useLanguage } from './language.tsx'
import { useNarrow } from './useNarrow.ts'

interface Desk {
  readonly to: string
  /** What it is called, in the catalogue. */
  readonly name: string
  readonly open: (session: Session) => boolean
  readonly views: readonly View['name'][]
}

const opens =
  (roles: Parameters<typeof holdsOne>[1]): Desk['open'] =>
  (session) =>
    holdsOne(session, roles)

const EXCHANGE_READERS: Parameters<typeof holdsOne>[1] = ['trace_officer', 'administrator']
const EXCHANGE_VIEWS = [
  ...(['exchange', 'partner', 'messages', 'known'] as const),
  ...(['corrections', 'ledger', 'exchange_keys', 'contacts'] as const),
] as const

const LINE: readonly Desk[] = [
  { to: '/find', name: 'find.desk', open: opens(READERS), views: ['find'] },
  { to: '/search', name: 'common.page.search', open: opens(READERS), views: ['search'] },
  { to: '/traces', name: 'common.page.traces', open: opens(ASKERS), views: ['traces', 'trace', 'law'] },
  { to: '/cases', name: 'common.page.cases', open: opens([...CASE_WORKERS, ...STEWARDS]), views: ['cases', 'case'] },
  { to: '/graph', name: 'common.page.graph', open: opens(CASE_WORKERS), views: ['graph'] },
  {
    to: '/ballistics',
    name: 'common.page.ballistics',
    open: opens(BALLISTIC_READERS),
    views: ['ballistics', 'weapon'],
  },
  {
    to: '/deconfliction',
    name: 'common.page.deconfliction',
    open: opens(CASE_WORKERS),
    views: ['deconfliction', 'operations', 'deconfliction_desk'],
  },
  { to: '/things', name: 'common.page.things', open: opens(THING_WORKERS), views: ['things', 'thing'] },
  { to: '/review', name: 'common.page.review', open: opens(DESKS), views: ['review'] },
  { to: '/sources', name: 'common.page.sources', open: opens(READERS), views: ['sources', 'source'] },
  { to: '/imports', name: 'imports.desk', open: opens(RECORDERS), views: ['imports', 'import_new', 'import'] },
  { to: '/enter', name: 'common.page.enter', open: opens(RECORDERS), views: ['enter'] },
  { to: '/field', name: 'common.page.field', open: opens(RECOVERERS), views: ['field'] },
  {
    to: '/recoveries',
    name: 'common.page.recoveries',
    open: opens(RECOVERY_READERS),
    views: ['recoveries', 'recovery'],
  },
  {
    to: '/exhibits',
    name: 'common.page.exhibits',
    open: opens(CUSTODY_KEEPERS),
    views: ['exhibits', 'exhibit'],
  },
  { to: '/storage', name: 'common.page.storage', open: opens(CUSTODY_KEEPERS), views: ['storage', 'stocktake'] },
  { to: '/campaigns', name: 'common.page.campaigns', open: opens(EXHIBIT_MANAGERS), views: ['campaigns', 'campaign'] },
  { to: '/vocabulary', name: 'common.page.vocabulary', open: opens(STEWARDS), views: ['vocabulary', 'packs', 'law'] },
  { to: '/models', name: 'common.page.models', open: opens(MODELLERS), views: ['models'] },
  { to: '/questions', name: 'common.page.questions', open: opens(DESKS), views: ['questions'] },
  // Whoever sees no partners begins with the questions.
  { to: '/exchange', name: 'common.page.exchange', open: opens(EXCHANGE_READERS), views: EXCHANGE_VIEWS },
  {
    to: '/exchange/known',
    name: 'common.page.exchange',
    open: (session) => holdsOne(session, DESKS) && !holdsOne(session, EXCHANGE_READERS),
    views: EXCHANGE_VIEWS,
  },
  {
    to: '/exchange/ledger',
    name: 'common.page.exchange',
    open: (session) => holdsOne(session, OVERSEERS) && !holdsOne(session, [...EXCHANGE_READERS, ...DESKS]),
    views: EXCHANGE_VIEWS,
  },
  {
    to: '/oversight',
    name: 'common.page.oversight',
    open: ({ oversees }) => oversees.length > 0,
    views: ['oversight', 'held'],
  },
  { to: '/notices', name: 'common.page.notices', open: opens(READERS), views: ['notices'] },
  { to: '/people', name: 'common.page.people', open: opens(OVERSEERS), views: ['people'] },
  { to: '/agencies', name: 'common.page.agencies', open: opens(ADMINISTRATORS), views: ['agencies'] },
  { to: '/log', name: 'common.page.log', open: opens(OVERSEERS), views: ['log'] },
]

/** So many stand in one line of the narrowest screen, beside the name of the app. */
const FEW = 3

interface DesksProps {
  readonly view: View
  readonly session: Session
  /** Notices that came since their page was last opened on this device. */
  readonly news: number
}

/**
 * The line of desks that are open to whoever is signed in. On a narrow screen many of them fold into one button, which
 * says at which of them the reader is.
 */
export function Desks({ view, session, news }: DesksProps) {
  const { say } = useLanguage()
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const desks = LINE.filter((desk) => desk.open(session))
  const here = desks.find(({ views }) => views.includes(view.name))
  const folds = useNarrow() && desks.length > FEW
  // Whoever chose a desk is done with choosing.
  useEffect(() => onGoing(() => setOpen(false)), [])
  const close = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !open) return
    setOpen(false)
    button.current?.focus()
  }
  return (
    <nav aria-label={say('common.desks')} className={folds && open ? styles.unfolded : styles.desks} onKeyDown={close}>
      {folds && (
        <button
          ref={button}
          type="button"
          className={styles.button}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {say('common.desks')}
          {here && <strong>{say(here.name)}</strong>}
          {here?.to !== '/notices' && <News news={news} />}
        </button>
      )}
      <ul id={id} hidden={folds && !open}>
        {desks.map(({ to, name }) => (
          <li key={to}>
            <Go to={to} current={to === here?.to}>
              {say(name)}
              {to === '/notices' && <News news={news} />}
            </Go>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function News({ news }: Pick<DesksProps, 'news'>) {
  const { say, figures } = useLanguage()
  if (news === 0) return null
  return <span className={styles.news}>{say('common.news', { count: news, figure: figures.count(news) })}</span>
}
