import { READERS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import type { PairEnd } from '@proofmark/contract/schemas/why-not'
import { useCallback, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import type { FindDesk } from '../find/useFind.ts'
import { goTo } from '../frame/address.ts'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { ChoosePair } from './ChoosePair.tsx'
import { WHY_NOT_CATALOGUE } from './catalogue.ts'
import { PairSheet } from './PairSheet.tsx'
import styles from './WhyNotPage.module.css'

interface WhyNotPageProps {
  /** Those of the two records that the address names. */
  readonly record: string | null
  readonly other: string | null
  readonly desk: FindDesk
  readonly session: Session
}

/** Any two records, and why they are one firearm or are not. */
export default function WhyNotPage(props: WhyNotPageProps) {
  const { say } = useLanguage()
  if (!holdsOne(props.session, READERS))
    return <Forbidden page={say('common.page.why_not')} session={props.session} roles={READERS} />
  return (
    <DeskLanguage catalogue={WHY_NOT_CATALOGUE}>
      <Page {...props} />
    </DeskLanguage>
  )
}

interface Asked {
  readonly record: PairEnd
  readonly other: PairEnd
}

function Page({ record, other, desk, session }: WhyNotPageProps) {
  const named = record !== null && other !== null && desk.draft.purpose !== null
  const [asked, setAsked] = useState<Asked | null>(named ? { record: { record }, other: { record: other } } : null)
  if (asked) return <Answered asked={asked} desk={desk} onOthers={() => setAsked(null)} />
  return (
    <ChoosePair
      record={record}
      other={other}
      desk={desk}
      session={session}
      onChosen={(first, second) => setAsked({ record: first, other: second })}
    />
  )
}

interface AnsweredProps {
  readonly asked: Asked
  readonly desk: FindDesk
  readonly onOthers: () => void
}

function Answered({ asked, desk, onOthers }: AnsweredProps) {
  const { say } = useLanguage()
  const { purpose, reference } = desk.draft
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const grounds = { purpose: purpose!, ...(reference.trim() ? { reference: reference.trim() } : {}) }
      const answer = await api('whyNot', { ...asked, grounds }, {}, signal)
      // Two records have an address that can be sent on; what was typed to name them is in none.
      goTo(`/why-not/${answer.record.record}/${answer.other.record}`, 'replace')
      return answer
    },
    [asked, purpose, reference],
  )
  const [answered, again] = useAsked(ask)
  return (
    <div className={styles.page}>
      <p className={styles.back}>
        <Button weight="word" onClick={onOthers}>
          {say('why_not.others')}
        </Button>
      </p>
      {answered.kind === 'asking' && <Bars id="why_not.asking" />}
      {answered.kind === 'failed' && <Failed error={answered.error} onAgain={again} />}
      {answered.kind === 'answered' && <PairSheet answer={answered.answer} />}
    </div>
  )
}
