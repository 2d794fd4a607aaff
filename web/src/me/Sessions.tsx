import type { OwnSignIn } from '@proofmark/contract/schemas/sign-in'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { SecondStep } from '../common/SecondStep.tsx'
import { Section } from '../common/Section.tsx'
import tables from '../common/Table.module.css'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useOwnDoing } from './again.ts'
import styles from './MePage.module.css'
import type { OwnSectionProps } from './Passkeys.tsx'

/** Where the reader is signed in; each session but this one can be ended from here. */
export function Sessions({ own, onChanged }: OwnSectionProps) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useOwnDoing()
  const others = own.sessions.filter(({ current }) => !current).length
  return (
    <Section heading={say('me.sessions', { count: own.sessions.length, figure: figures.count(own.sessions.length) })}>
      <div className={styles.form}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{say('me.session_browser')}</th>
              <th scope="col">{say('me.session_method')}</th>
              <th scope="col">{say('me.session_opened')}</th>
              <th scope="col">{say('me.session_seen')}</th>
              <th scope="col">{say('me.session_end')}</th>
            </tr>
          </thead>
          <tbody>
            {own.sessions.map((session) => (
              <tr key={session.id}>
                <th scope="row" data-label={say('me.session_browser')}>
                  <bdi>{session.browser ?? say('me.session_unnamed')}</bdi>
                </th>
                <td data-label={say('me.session_method')}>{say(`word.sign_in_method.${session.method}`)}</td>
                <td data-label={say('me.session_opened')}>{figures.moment(session.openedAt)}</td>
                <td data-label={say('me.session_seen')}>{figures.moment(session.lastSeenAt)}</td>
                <td data-label={say('me.session_end')}>
                  <Ending
                    session={session}
                    busy={busy}
                    onEnd={() => act(async () => onChanged(await api('sessionRevoke', { id: session.id })))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {error && <Failed error={error} onAgain={again} kept={false} />}
        {others > 0 && (
          <SecondStep
            word={say('me.session_end_others')}
            told={say('me.session_end_others_told')}
            act={say('me.session_end_others')}
            busy={busy}
            onAct={() => act(async () => onChanged(await api('sessionRevoke', { others: true })))}
          />
        )}
      </div>
    </Section>
  )
}

interface EndingProps {
  readonly session: OwnSignIn['sessions'][number]
  readonly busy: boolean
  readonly onEnd: () => void
}

function Ending({ session, busy, onEnd }: EndingProps) {
  const { say, figures } = useLanguage()
  if (session.current) return <strong className={styles.this}>{say('me.session_this')}</strong>
  const moment = figures.moment(session.openedAt)
  return (
    <Button weight="word" aria-disabled={busy} aria-label={say('me.session_end_one', { moment })} onClick={onEnd}>
      {say('me.session_end_it')}
    </Button>
  )
}
