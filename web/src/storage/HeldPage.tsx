import { READERS } from '@proofmark/contract/route'
import type { ClearanceList, HeldForUs } from '@proofmark/contract/schemas/clearance'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { STORAGE_CATALOGUE } from './catalogue.ts'
import { GROUNDS } from './grounds.ts'
import { HeldOverseen } from './HeldOverseen.tsx'
import { Reason } from './Reason.tsx'
import styles from './Storage.module.css'

/** What other agencies do not destroy because a trace of the reader's waits for it; and what is held under custodies that the reader oversees. */
export default function HeldPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, READERS)) return <Forbidden page={say('common.page.held')} session={session} roles={READERS} />
  return (
    <DeskLanguage catalogue={STORAGE_CATALOGUE}>
      <Listed session={session} />
    </DeskLanguage>
  )
}

function Listed({ session }: { readonly session: Session }) {
  const [asked, again] = useAsked(useCallback(() => api('clearanceList', { grounds: GROUNDS }), []))
  if (asked.kind === 'asking') return <Bars id="storage.opening" />
  if (asked.kind === 'failed') return <Failed error={asked.error} kept={false} onAgain={again} />
  return (
    <div className={styles.page}>
      <Ours ours={asked.answer.ours} onChanged={again} />
      {session.oversees.length > 0 && <HeldOverseen overseen={asked.answer.overseen} />}
    </div>
  )
}

function Ours({ ours, onChanged }: { readonly ours: ClearanceList['ours']; readonly onChanged: () => void }) {
  const { say, figures } = useLanguage()
  return (
    <Section heading={say('storage.held.ours')} ruled={false} aside={figures.count(ours.length)}>
      <p className={styles.told}>{say(ours.length === 0 ? 'storage.held.ours_none' : 'storage.held.ours_how')}</p>
      <ul className={styles.items}>
        {ours.map((held) => (
          <li key={held.hold} data-stands={held.stands}>
            <Held held={held} onChanged={onChanged} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Held({ held, onChanged }: { readonly held: HeldForUs; readonly onChanged: () => void }) {
  const { say, figures } = useLanguage()
  const { keeper, handle, reference, at, traces, stands, letGo, hold } = held
  return (
    <>
      <strong>{say(stands ? 'storage.held.stands' : letGo ? 'storage.held.let_go' : 'storage.held.over')}</strong>
      <span>
        {say('storage.held.keeper')} <bdi>{keeper.agency}</bdi> (<bdi>{keeper.desk}</bdi>)
      </span>
      <span>
        {say('storage.held.reference')} <bdi>{reference}</bdi>
      </span>
      <span>
        {say('storage.held.handle')} <Identifier mono>{handle}</Identifier>
      </span>
      <span>{figures.moment(at)}</span>
      {traces.map((trace) => (
        <Go key={trace} to={`/traces/${trace}`}>
          {say('storage.held.trace')}
        </Go>
      ))}
      {letGo && (
        <span>
          {say('storage.held.was_let_go', { name: `\u2068${letGo.by}\u2069`, at: figures.moment(letGo.at) })}{' '}
          <bdi>{letGo.why}</bdi>
        </span>
      )}
      {stands && (
        <Reason
          word={say('storage.held.let_go')}
          told={say('storage.held.let_go_told')}
          name="let go"
          onAct={async (why) => {
            await api('clearanceLetGo', { hold, why, grounds: GROUNDS })
            onChanged()
          }}
        />
      )}
    </>
  )
}
