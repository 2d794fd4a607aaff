import { TRACE_CHANNELS, TRACE_NEEDS, type TraceChannel, type TraceNeed } from '@proofmark/contract/trace-words'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Section } from '../../common/Section.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { newIdentifier } from '../../enter/identifier.ts'
import { goTo } from '../../frame/address.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { Moment, momentOf } from '../acts/fields.tsx'
import { countriesOf } from '../countries.ts'
import { AskerPart } from '../form/AskerPart.tsx'
import { CircumstancesPart } from '../form/CircumstancesPart.tsx'
import { FirearmPart } from '../form/FirearmPart.tsx'
import { Choice, Country } from '../form/fields.tsx'
import { EMPTY_DRAFT, formOf } from '../form/form-draft.ts'
import { HandlingFields } from '../form/HandlingFields.tsx'
import { FIELD_OF, goToField } from '../form/needs.ts'
import { PartnerField } from '../form/PartnerField.tsx'
import { PriorityPart } from '../form/PriorityPart.tsx'
import { QuestionsPart } from '../form/QuestionsPart.tsx'
import { UsePart } from '../form/UsePart.tsx'
import { GROUNDS } from '../grounds.ts'
import styles from './Board.module.css'

const isNeed = (word: string): word is TraceNeed => (TRACE_NEEDS as readonly string[]).includes(word)

/** A request that came on paper, by mail or by telephone, typed in by the form: afterwards it is as one that came by a node. */
export function TypeIn() {
  const { say } = useLanguage()
  const [open, setOpen] = useState(false)
  return (
    <Section heading={say('traces.page.type_in_request')}>
      <p className={styles.told}>{say('traces.page.type_in_told')}</p>
      {open ? (
        <TypedForm />
      ) : (
        <p>
          <Button onClick={() => setOpen(true)}>{say('traces.page.type_in_open')}</Button>
        </p>
      )}
    </Section>
  )
}

function TypedForm() {
  const { say, locale } = useLanguage()
  const countries = countriesOf(locale)
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  const [country, setCountry] = useState('')
  const [partner, setPartner] = useState('')
  const [channel, setChannel] = useState<TraceChannel>('other')
  const [at, setAt] = useState('')
  const [tried, setTried] = useState(false)
  // The same request typed in again is the same; after a change it is another.
  const id = useRef(newIdentifier())
  const doing = useDoing()
  const change = (part: Partial<typeof draft>) => {
    id.current = newIdentifier()
    setDraft((before) => ({ ...before, ...part }))
  }
  const code = countries.codeOf(country)
  const missing = (text: string, accepted: string) =>
    tried && text.trim() === '' ? { reason: say('traces.page.missing'), accepted: say(accepted) } : null
  const take = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (code === null || partner.trim() === '') return goToField(code === null ? 'askingCountry' : 'typedFrom')
    const { form } = formOf(draft, countries)
    doing.act(async () => {
      const taken = await api('traceTypeIn', {
        ...{ id: id.current, partner: partner.trim(), country: code, channel, form, ...momentOf(at) },
        grounds: GROUNDS,
      })
      goTo(`/traces/${taken.id}`)
      scrollTo(0, 0)
    })
  }
  const lacking = String(doing.error?.code === 'trace_incomplete' ? (doing.error.parameters.missing ?? '') : '')
    .split(', ')
    .filter(isNeed)
  const part = { draft, change }
  return (
    <form className={styles.form} noValidate onSubmit={take}>
      <Country
        name="askingCountry"
        label={say('traces.page.asked_by')}
        value={country}
        error={missing(country, 'traces.page.accepted.asking_country')}
        onChange={setCountry}
      />
      <PartnerField
        name="typedFrom"
        value={partner}
        error={missing(partner, 'traces.page.accepted.partner')}
        onChange={setPartner}
      />
      <Choice
        name="typedBy"
        label={say('traces.form.channel')}
        words={TRACE_CHANNELS.filter((word) => word !== 'node' && word !== 'internal')}
        wordOf={(word) => say(`word.trace_channel.${word}`)}
        value={channel}
        onChange={(word) => word !== '' && setChannel(word)}
      />
      <Moment value={at} label={say('traces.page.came_at')} onChange={setAt} />
      <FirearmPart {...part} />
      <CircumstancesPart {...part} />
      <UsePart {...part} />
      <AskerPart {...part} />
      <PriorityPart {...part} />
      <QuestionsPart {...part} />
      <Section heading={say('traces.form.handling')}>
        <HandlingFields handling={draft.handling} onChange={(handling) => change({ handling })} />
      </Section>
      {doing.error && lacking.length === 0 && <Failed error={doing.error} onAgain={doing.again} />}
      {lacking.length > 0 && (
        <div role="alert">
          <p>{say('traces.page.type_in_lacks')}</p>
          <ul className={styles.lacking}>
            {lacking.map((need) => (
              <li key={need}>
                <Button weight="word" onClick={() => goToField(FIELD_OF[need])}>
                  {say(`trace.missing.${need}`)}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>
        <Button weight="main" type="submit" aria-disabled={doing.busy}>
          {say('traces.page.take_in')}
        </Button>
      </p>
    </form>
  )
}
