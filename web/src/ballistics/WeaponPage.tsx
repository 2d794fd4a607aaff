import { BALLISTIC_READERS } from '@proofmark/contract/route'
import type { BallisticShown } from '@proofmark/contract/schemas/ballistic'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback, useState } from 'react'
import type { Givable } from '../cases/give/givable.ts'
import { InCases } from '../cases/give/InCases.tsx'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { RequestTrace } from '../traces/RequestTrace.tsx'
import styles from './Ballistics.module.css'
import { Clocks } from './Clocks.tsx'
import { CompareForm } from './CompareForm.tsx'
import { BALLISTIC_CATALOGUE } from './catalogue.ts'
import { GROUNDS } from './grounds.ts'
import { Links } from './Links.tsx'
import { StatedDay } from './StatedDay.tsx'
import { ItemTable } from './Weapons.tsx'

interface WeaponPageProps {
  readonly item: string
  readonly session: Session
}

/** The weapon that fired an item: what else it fired, what joins that, and what investigators were told. */
export default function WeaponPage({ item, session }: WeaponPageProps) {
  const { say } = useLanguage()
  if (!holdsOne(session, BALLISTIC_READERS))
    return <Forbidden page={say('common.page.weapon')} session={session} roles={BALLISTIC_READERS} />
  return (
    <DeskLanguage catalogue={BALLISTIC_CATALOGUE}>
      <div className={styles.page}>
        <Back />
        <Asked item={item} session={session} />
      </div>
    </DeskLanguage>
  )
}

function Back() {
  const { say } = useLanguage()
  return (
    <p className={styles.back}>
      <Go to="/ballistics">{say('ballistic.page.to_desk')}</Go>
    </p>
  )
}

function Asked({ item, session }: WeaponPageProps) {
  const { say } = useLanguage()
  const ask = useCallback((signal: AbortSignal) => api('ballisticShow', { item, grounds: GROUNDS }, {}, signal), [item])
  const [asked, again] = useAsked(ask)
  const [changed, setChanged] = useState<BallisticShown | null>(null)
  if (asked.kind === 'asking')
    return (
      <Section heading={say('common.page.weapon')} ruled={false} busy>
        <Bars id="ballistic.page.asking" />
      </Section>
    )
  if (asked.kind === 'failed' && asked.error.code === 'not_found')
    return (
      <Section heading={say('ballistic.page.none')} ruled={false}>
        <div className={states.state}>
          <p>{say('ballistic.page.none_how')}</p>
        </div>
      </Section>
    )
  if (asked.kind === 'failed') return <Failed error={asked.error} onAgain={again} kept={false} />
  return <Shown shown={changed ?? asked.answer} item={item} session={session} onChanged={setChanged} />
}

interface ShownProps extends WeaponPageProps {
  readonly shown: BallisticShown
  readonly onChanged: (shown: BallisticShown) => void
}

function Shown({ shown, item, session, onChanged }: ShownProps) {
  const { say, figures } = useLanguage()
  const { items, others, contradictions, clocks, reader } = shown
  return (
    <>
      <Head shown={shown} session={session} />
      <Section heading={say('ballistic.page.fired')} aside={figures.count(items.length)}>
        <ItemTable items={items} caption={say('ballistic.page.fired')} />
      </Section>
      <Section heading={say('ballistic.page.comparisons')} aside={figures.count(shown.links.length)}>
        {contradictions.length > 0 && (
          <p className={styles.late}>{say('ballistic.page.contradictions', { count: contradictions.length })}</p>
        )}
        <Links shown={shown} onChanged={onChanged} />
      </Section>
      {reader.examines && <CompareForm item={item} onChanged={onChanged} />}
      {others.length > 0 && (
        <Section heading={say('ballistic.page.others')}>
          <p className={styles.told}>{say('ballistic.page.others_told')}</p>
          <ItemTable items={others} caption={say('ballistic.page.others')} />
        </Section>
      )}
      <InCases choices={givableOf(shown)} session={session} />
      <Clocks clocks={clocks} />
    </>
  )
}

/** The fired items of the weapon, and each comparison that stands by the items that it is about. */
function givableOf({ items, others, links }: BallisticShown): Givable[] {
  const known = new Map([...items, ...others].map(({ item, reference }) => [item, reference]))
  const compared = links.flatMap(({ first, second, results }) =>
    results
      .filter(({ state }) => state !== 'withdrawn')
      .map(({ result, on }): Givable => {
        const label = [known.get(first), known.get(second), on].filter(Boolean).join(' · ')
        return { kind: 'ballistic_result', id: result, label }
      }),
  )
  return [
    ...items.map(({ item, reference }): Givable => ({ kind: 'fired_item', id: item, label: reference })),
    ...compared,
  ]
}

function Head({ shown, session }: Pick<ShownProps, 'shown' | 'session'>) {
  const { say } = useLanguage()
  const { items, weapon, firearms, trace } = shown
  const named = items.find((each) => each.item === weapon)!
  const scenes = items.filter(({ entry }) => entry === 'fired_item').length
  return (
    <Section
      ruled={false}
      heading={
        <>
          {say('ballistic.page.weapon_of')} <Identifier mono>{named.reference}</Identifier>
        </>
      }
    >
      <p className={styles.facts}>{say('ballistic.page.is_known_by', { items: items.length, scenes })}</p>
      <p className={styles.told}>{say('ballistic.page.name_told')}</p>
      {firearms.length === 0 && <p className={styles.told}>{say('ballistic.page.not_recovered_yet')}</p>}
      {firearms.map(({ record, by, united }) => (
        <p key={record} className={styles.facts}>
          <Go to={`/firearms/${record}`}>{say(`ballistic.firearm.${by}`)}</Go>
          {!united && <span className={styles.under}>{say('ballistic.page.not_united')}</span>}
        </p>
      ))}
      {trace !== null && (
        <div>
          <p className={styles.told}>
            {say('ballistic.page.trace_due')} <StatedDay>{trace.due}</StatedDay>
          </p>
          <RequestTrace record={trace.record} session={session} grounds={GROUNDS} />
        </div>
      )}
    </Section>
  )
}
