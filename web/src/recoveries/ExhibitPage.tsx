import { CUSTODY_KEEPERS, EXAMINERS, EXHIBIT_MANAGERS, READERS, RECOVERERS } from '@proofmark/contract/route'
import type { CustodyShown } from '@proofmark/contract/schemas/custody'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback } from 'react'
import { InCases } from '../cases/give/InCases.tsx'
import { Bars } from '../common/Bars.tsx'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Plate } from '../common/Plate.tsx'
import { Section } from '../common/Section.tsx'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { Bundle } from './Bundle.tsx'
import { CustodyTable } from './CustodyTable.tsx'
import { RECOVERIES_CATALOGUE } from './catalogue.ts'
import { Examinations } from './Examinations.tsx'
import { ExamineForm } from './ExamineForm.tsx'
import { GROUNDS } from './grounds.ts'
import { HandOver } from './HandOver.tsx'
import { itemFacts } from './item-said.tsx'
import { Labels } from './Labels.tsx'
import { Offer } from './Offer.tsx'
import { OrderForm } from './OrderForm.tsx'
import styles from './Recoveries.module.css'
import { sideNodes } from './side.tsx'

interface ExhibitPageProps {
  readonly exhibit: string
  readonly session: Session
}

/** An exhibit: who has it, how it came there, where its chain is broken, and what is done with it next. */
export default function ExhibitPage({ exhibit, session }: ExhibitPageProps) {
  const { say } = useLanguage()
  if (!holdsOne(session, CUSTODY_KEEPERS))
    return <Forbidden page={say('common.page.exhibit')} session={session} roles={CUSTODY_KEEPERS} />
  return (
    <DeskLanguage catalogue={RECOVERIES_CATALOGUE}>
      <Opened exhibit={exhibit} session={session} />
    </DeskLanguage>
  )
}

function Opened({ exhibit, session }: ExhibitPageProps) {
  const ask = useCallback(() => api('custodyShow', { exhibit, grounds: GROUNDS }), [exhibit])
  const [asked, again] = useAsked(ask)
  if (asked.kind === 'asking') return <Bars id="field.opening" />
  if (asked.kind === 'failed') return <Failed error={asked.error} onAgain={again} />
  return <Sheet shown={asked.answer} session={session} onChanged={again} />
}

interface SheetProps {
  readonly shown: CustodyShown
  readonly session: Session
  readonly onChanged: () => void
}

function Sheet({ shown, session, onChanged }: SheetProps) {
  const { say, figures } = useLanguage()
  return (
    <div className={styles.page}>
      <Section
        ruled={false}
        heading={
          <>
            {say(`field.kind.${shown.kind}`)} <Identifier mono>{shown.number ?? shown.label}</Identifier>
          </>
        }
        aside={<Labels exhibits={[shown.exhibit]} />}
      >
        <Plate
          facts={[
            ...itemFacts(shown.said, { say, figures }),
            [
              say('field.custody.custodian'),
              shown.custodian ? (
                <Facts key="custodian">{sideNodes(shown.custodian)}</Facts>
              ) : (
                say('field.custody.nobody')
              ),
            ],
            [
              say('field.custody.identifier'),
              <Identifier key="label" mono>
                {shown.label}
              </Identifier>,
            ],
            [say('field.custody.agency'), <bdi key="agency">{shown.agency}</bdi>],
            [
              say('field.custody.recovery'),
              shown.recovery && holdsOne(session, RECOVERERS) ? (
                <Go key="recovery" to={`/recoveries/${shown.recovery}`}>
                  {say('field.see_recovery')}
                </Go>
              ) : null,
            ],
            [
              say('field.custody.stored'),
              shown.storage ? (
                <Go key="stored" to={`/storage#${shown.storage.id}`}>
                  <bdi>{shown.storage.path}</bdi>
                </Go>
              ) : null,
            ],
            [
              say('field.label.seal'),
              shown.seal ? (
                <Identifier key="seal" mono>
                  {shown.seal}
                </Identifier>
              ) : null,
            ],
            [say('field.custody.ended'), shown.ended ? say(`word.custody_purpose.${shown.ended}`) : null],
            [
              say('field.custody.chain'),
              shown.unbroken
                ? say('field.custody.unbroken')
                : say('field.custody.broken', { count: shown.breaks.length }),
            ],
          ]}
        />
      </Section>
      {shown.offer && <Offer shown={shown} offer={shown.offer} onChanged={onChanged} />}
      <Section heading={say('field.custody.events')} aside={figures.count(shown.events.length)}>
        <CustodyTable shown={shown} onChanged={onChanged} />
      </Section>
      <Examinations examinations={shown.examinations} reads={holdsOne(session, READERS)} />
      {holdsOne(session, [...EXAMINERS, ...EXHIBIT_MANAGERS]) && (
        <ExamineForm exhibit={shown.exhibit} kind={shown.kind} onChanged={onChanged} />
      )}
      <Bundle exhibits={[shown.exhibit]} session={session} />
      {(shown.orders.length > 0 || shown.holds.length > 0 || shown.openTraces > 0) && (
        <Section heading={say('field.custody.bound')}>
          <ul className={styles.items}>
            {shown.orders.map((order) => (
              <li key={order.id}>
                <span>
                  <Facts>
                    {[
                      say(`word.custody_purpose.${order.kind}`),
                      say(`word.custody_authority.${order.authority}`),
                      <Identifier key="reference" mono>
                        {order.reference}
                      </Identifier>,
                      figures.span({ from: order.on, to: order.on }) ?? order.on,
                    ]}
                  </Facts>
                </span>
              </li>
            ))}
            {shown.holds.map((hold) => (
              <li key={hold.id}>
                <span>
                  <Facts>{[say(`word.custody_hold.${hold.kind}`), <bdi key="why">{hold.why}</bdi>]}</Facts>
                </span>
              </li>
            ))}
            {shown.openTraces > 0 && <li>{say('field.custody.open_traces', { count: shown.openTraces })}</li>}
          </ul>
        </Section>
      )}
      <InCases choices={[{ kind: 'exhibit', id: shown.exhibit, label: null }]} session={session} />
      {!shown.ended && holdsOne(session, EXHIBIT_MANAGERS) && session.agency === shown.agency && (
        <>
          <OrderForm exhibit={shown.exhibit} onChanged={onChanged} />
          <p>
            <Go to={`/campaigns#${shown.exhibit}`}>{say('field.custody.into_campaign')}</Go>
          </p>
        </>
      )}
      {!shown.ended && !shown.offer && <HandOver shown={shown} onChanged={onChanged} />}
    </div>
  )
}
