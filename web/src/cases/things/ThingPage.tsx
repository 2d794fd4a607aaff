import { CASE_WORKERS, STRIKERS, THING_WORKERS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import type { ThingShown } from '@proofmark/contract/schemas/thing'
import { useCallback, useState } from 'react'
import { Bars } from '../../common/Bars.tsx'
import { Button } from '../../common/Button.tsx'
import { Facts } from '../../common/Facts.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Forbidden } from '../../common/Forbidden.tsx'
import { Section } from '../../common/Section.tsx'
import states from '../../common/State.module.css'
import { api } from '../../frame/api.ts'
import { holdsOne } from '../../frame/desk-roles.ts'
import { Go } from '../../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../../frame/language.tsx'
import { addressOfGraph } from '../../graph/state/start.ts'
import { useAsked } from '../../imports/useAsked.ts'
import { InCases } from '../give/InCases.tsx'
import { Called, ToThing } from './Called.tsx'
import { THINGS_CATALOGUE } from './catalogue.ts'
import { GROUNDS } from './grounds.ts'
import { Keeping } from './Keeping.tsx'
import { Pairs } from './Pairs.tsx'
import { SayValue } from './SayValue.tsx'
import styles from './Things.module.css'
import { TieForm } from './TieForm.tsx'
import { Ties } from './Ties.tsx'
import { Values } from './Values.tsx'
import { WordsOfOthers } from './WordsOfOthers.tsx'

interface ThingPageProps {
  readonly thing: string
  readonly session: Session
}

/** A person or another thing: what is said of it, what it is tied to, what it may be one with. */
export default function ThingPage({ thing, session }: ThingPageProps) {
  const { say } = useLanguage()
  const works = holdsOne(session, THING_WORKERS)
  const strikes = holdsOne(session, STRIKERS)
  if (!works && !strikes) return <Forbidden page={say('common.page.thing')} session={session} roles={THING_WORKERS} />
  return (
    <DeskLanguage catalogue={THINGS_CATALOGUE}>
      <div className={styles.page}>
        {works ? (
          <Asked thing={thing} session={session} />
        ) : (
          // Whoever only guards the data sees nothing of what is known, and erases it all the same.
          <>
            <Keeping thing={thing} keeps={false} />
            <WordsOfOthers thing={thing} />
          </>
        )}
      </div>
    </DeskLanguage>
  )
}

function Asked({ thing, session }: ThingPageProps) {
  const { say } = useLanguage()
  const [protectedPersons, setProtected] = useState(false)
  const ask = useCallback(
    (signal: AbortSignal) => api('thingShow', { thing, protectedPersons, grounds: GROUNDS }, {}, signal),
    [thing, protectedPersons],
  )
  const [asked, again] = useAsked(ask)
  if (asked.kind === 'asking')
    return (
      <Section heading={say('common.page.thing')} ruled={false} busy>
        <Bars id="thing.page.asking" />
      </Section>
    )
  if (asked.kind === 'failed' && asked.error.code === 'not_found')
    return (
      <Section heading={say('thing.page.none')} ruled={false}>
        <div className={states.state}>
          <p>{say('thing.page.none_how')}</p>
        </div>
      </Section>
    )
  if (asked.kind === 'failed') return <Failed error={asked.error} onAgain={again} kept={false} />
  return <Shown shown={asked.answer} session={session} onChanged={again} onProtected={() => setProtected(true)} />
}

interface ShownProps {
  readonly shown: ThingShown
  readonly session: Session
  readonly onChanged: () => void
  readonly onProtected: () => void
}

function Shown({ shown, session, onChanged, onProtected }: ShownProps) {
  const { say, figures } = useLanguage()
  const { values, ties, withheld, mayWrite, erased } = shown
  const open = withheld === null
  return (
    <>
      <Head shown={shown} onProtected={onProtected} />
      {open && (
        <Section heading={say('thing.page.values')} aside={figures.count(values.length)}>
          <Values shown={shown} onChanged={onChanged} />
          {mayWrite && erased === null && (
            <details>
              <summary>{say('thing.page.say')}</summary>
              <SayValue shown={shown} onChanged={onChanged} />
            </details>
          )}
        </Section>
      )}
      {withheld !== 'protected' && (
        <Section heading={say('thing.page.ties')} aside={figures.count(ties.length)}>
          {ties.length === 0 ? (
            <p className={styles.told}>{say('thing.page.no_ties')}</p>
          ) : (
            <Ties shown={shown} onChanged={onChanged} />
          )}
          {shown.hiddenPersons > 0 && (
            <p className={styles.told}>
              {say('thing.hidden', { count: shown.hiddenPersons })}{' '}
              <Button weight="word" onClick={onProtected}>
                {say('thing.page.show_hidden')}
              </Button>
            </p>
          )}
          {holdsOne(session, CASE_WORKERS) && (
            <p>
              <Go to={addressOfGraph({ nodes: [`${shown.kind}:${shown.thing}`] })}>{say('thing.page.to_graph')}</Go>
            </p>
          )}
          {mayWrite && open && (
            <details>
              <summary>{say('thing.page.tie')}</summary>
              <TieForm shown={shown} onChanged={onChanged} />
            </details>
          )}
        </Section>
      )}
      {open && <InCases choices={[{ kind: shown.kind, id: shown.thing, label: null }]} session={session} />}
      {open && <Pairs of={{ thing: shown.thing }} onJudged={onChanged} />}
      {open && shown.mayErase && shown.kind === 'person' && <Keeping thing={shown.thing} onChanged={onChanged} />}
      {holdsOne(session, STRIKERS) && erased !== null && <WordsOfOthers thing={shown.thing} />}
    </>
  )
}

function Head({ shown, onProtected }: Pick<ShownProps, 'shown' | 'onProtected'>) {
  const { say, figures } = useLanguage()
  const { kind, agency, at, withheld, one, contradictions, erased } = shown
  return (
    <Section ruled={false} heading={<Called {...shown} />}>
      <p className={styles.facts}>
        <Facts>
          {[
            say(`thing.kind.${kind}`),
            shown.case && (
              <Go key="case" to={`/cases/${shown.case.case}`}>
                <bdi>{shown.case.reference}</bdi>
              </Go>
            ),
            agency,
            figures.day(at),
            shown.protected ? say('thing.page.protected') : null,
          ]}
        </Facts>
      </p>
      {withheld === 'role' && <p className={styles.told}>{say('thing.page.by_role')}</p>}
      {withheld === 'protected' && (
        <p className={styles.told}>
          {say('thing.page.is_protected')}{' '}
          <Button weight="word" onClick={onProtected}>
            {say('thing.page.show_hidden')}
          </Button>
        </p>
      )}
      {erased && (
        <p className={styles.told}>
          <Facts>{[say('thing.erased'), figures.day(erased.at), say(`thing.erasure.${erased.reason}`)]}</Facts>
        </p>
      )}
      {one.length > 0 && (
        <p className={styles.facts}>
          {say('thing.page.one')}{' '}
          <Facts>
            {one.map((each) => (
              <ToThing key={each.thing} {...each} />
            ))}
          </Facts>
        </p>
      )}
      {contradictions.length > 0 && <p className={styles.told}>{say('thing.page.contradictions')}</p>}
    </Section>
  )
}
