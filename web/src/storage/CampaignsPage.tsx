import { DISPOSAL_STATES, type DisposalState } from '@proofmark/contract/custody-words'
import { EXHIBIT_MANAGERS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { Choice } from '../field/form/Choice.tsx'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { STORAGE_CATALOGUE } from './catalogue.ts'
import { GROUNDS } from './grounds.ts'
import { OpenCampaign } from './OpenCampaign.tsx'
import styles from './Storage.module.css'
import { Turn } from './Turn.tsx'

const PAGE = 20

interface CampaignsPageProps {
  /** The exhibit from whose page somebody comes, to be put into a campaign. */
  readonly exhibit: string | null
  readonly session: Session
}

/** Campaigns of destruction: those that wait for a second signature first; and another is opened here. */
export default function CampaignsPage({ exhibit, session }: CampaignsPageProps) {
  const { say } = useLanguage()
  if (!holdsOne(session, EXHIBIT_MANAGERS))
    return <Forbidden page={say('common.page.campaigns')} session={session} roles={EXHIBIT_MANAGERS} />
  return (
    <DeskLanguage catalogue={STORAGE_CATALOGUE}>
      <div className={styles.page}>
        <Listed />
        <OpenCampaign first={exhibit} />
      </div>
    </DeskLanguage>
  )
}

const WHICH = ['all', ...DISPOSAL_STATES] as const

function Listed() {
  const { say, figures } = useLanguage()
  const [state, setState] = useState<DisposalState | null>(null)
  const [after, setAfter] = useState(0)
  const ask = useCallback(
    () => api('disposalList', { ...(state === null ? {} : { state }), after, limit: PAGE, grounds: GROUNDS }),
    [state, after],
  )
  const [asked, again] = useAsked(ask)
  const campaigns = asked.kind === 'answered' ? asked.answer.disposals : []
  return (
    <Section heading={say('storage.campaign.list')} ruled={false}>
      <div className={styles.filters}>
        <Choice
          legend={say('storage.campaign.which')}
          name="campaign state"
          codes={WHICH}
          word={(code) => say(code === 'all' ? 'storage.campaign.all' : `word.disposal_state.${code}`)}
          value={state ?? 'all'}
          onChoose={(code) => {
            setState(code === 'all' ? null : code)
            setAfter(0)
          }}
        />
      </div>
      {asked.kind === 'asking' && <Bars id="storage.opening" />}
      {asked.kind === 'failed' && <Failed error={asked.error} kept={false} onAgain={again} />}
      {asked.kind === 'answered' && campaigns.length === 0 && (
        <p className={styles.quiet}>
          {say('storage.campaign.none')} {say('storage.campaign.none_how')}
        </p>
      )}
      {campaigns.length > 0 && (
        <table className={table.table}>
          <caption className="unseen">{say('storage.campaign.list')}</caption>
          <thead>
            <tr>
              {['name', 'state', 'opened', 'exhibits', 'signed'].map((column) => (
                <th key={column} scope="col">
                  {say(`storage.campaign.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {campaigns.map((each) => (
              <tr key={each.disposal}>
                <th scope="row">
                  <Go to={`/campaigns/${each.disposal}`}>
                    <bdi>{each.name}</bdi>
                  </Go>
                </th>
                <td data-label={say('storage.campaign.state')}>{say(`word.disposal_state.${each.state}`)}</td>
                <td data-label={say('storage.campaign.opened')}>{figures.day(each.openedAt)}</td>
                <td data-label={say('storage.campaign.exhibits')}>{figures.count(each.exhibits)}</td>
                <td data-label={say('storage.campaign.signed')}>
                  {each.signatures.length > 0 && <Facts>{each.signatures.map(({ by }) => by)}</Facts>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Turn
        before={after > 0 ? () => setAfter(Math.max(0, after - PAGE)) : null}
        after={asked.kind === 'answered' && asked.answer.more ? () => setAfter(after + PAGE) : null}
      />
    </Section>
  )
}
