import type { Session } from '@proofmark/contract/schemas/session'
import type { Source } from '@proofmark/contract/schemas/source'
import type { PairEnd } from '@proofmark/contract/schemas/why-not'
import { type FormEvent, useCallback, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { GroundsFields } from '../common/GroundsFields.tsx'
import { Note } from '../common/Note.tsx'
import { Section } from '../common/Section.tsx'
import type { FindDesk } from '../find/useFind.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { EndFields } from './EndFields.tsx'
import { endOf, namedEnd } from './ends.ts'
import styles from './WhyNotPage.module.css'

interface ChoosePairProps {
  readonly record: string | null
  readonly other: string | null
  readonly desk: FindDesk
  readonly session: Session
  readonly onChosen: (record: PairEnd, other: PairEnd) => void
}

/** Names two records: those that the address names stand already, the others by source and key. */
export function ChoosePair(props: ChoosePairProps) {
  const { say } = useLanguage()
  const ask = useCallback((signal: AbortSignal) => api('sourceList', undefined, {}, signal), [])
  const [listed, again] = useAsked(ask)
  return (
    <Section heading={say('common.page.why_not')} ruled={false} busy={listed.kind === 'asking'}>
      <p className={styles.how}>{say('why_not.how')}</p>
      {listed.kind === 'asking' && <Bars id="common.opening" />}
      {listed.kind === 'failed' && <Failed error={listed.error} onAgain={again} />}
      {listed.kind === 'answered' && <PairForm {...props} sources={listed.answer.sources} />}
    </Section>
  )
}

function PairForm({
  record,
  other,
  desk,
  session,
  sources,
  onChosen,
}: ChoosePairProps & { readonly sources: readonly Source[] }) {
  const { say } = useLanguage()
  const [first, setFirst] = useState(endOf(record))
  const [second, setSecond] = useState(endOf(other))
  const [tried, setTried] = useState(false)
  const [one, two] = [namedEnd(first, sources), namedEnd(second, sources)]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (one && two && desk.draft.purpose) onChosen(one, two)
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <div className={styles.ends}>
        <EndFields legend={say('why_not.first')} end={first} sources={sources} onChange={setFirst} />
        <EndFields legend={say('why_not.second')} end={second} sources={sources} onChange={setSecond} />
      </div>
      <GroundsFields
        purposes={session.purposes}
        purpose={desk.draft.purpose}
        reference={desk.draft.reference}
        missing={tried && desk.draft.purpose === null}
        onChange={desk.change}
      />
      {tried && !(one && two) && (
        <Note tone="departure" role="alert" heading={say('why_not.missing')}>
          {say('why_not.missing_how')}
        </Note>
      )}
      <Button weight="main" type="submit">
        {say('why_not.ask')}
      </Button>
    </form>
  )
}
