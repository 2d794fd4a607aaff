import { SUPPLY_CHAIN_ANSWERS, type SupplyChainAnswer } from '@proofmark/contract/case-desk-words'
import { useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { newIdentifier } from '../enter/identifier.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { CaseForm } from './CaseForm.tsx'
import styles from './Cases.module.css'
import { DayField, LongText, OneOf } from './fields.tsx'
import { GROUNDS } from './grounds.ts'
import { type CaseProps, leads, useCaseDoing } from './useCase.ts'
import { WhyField } from './WhyField.tsx'

/** The lead that is offered to somebody; whoever it is offered to answers here. */
export function Offer({ shown, onChanged }: CaseProps) {
  const { say } = useLanguage()
  const doing = useCaseDoing(onChanged)
  const entry = useRef(newIdentifier())
  const { offer } = shown
  if (!offer) return null
  const answer = (accept: boolean) =>
    doing.change(() => {
      const said = { case: shown.case, entry: entry.current, offer: offer.entry, accept }
      return api('caseHandOverAnswer', { ...said, grounds: GROUNDS })
    })
  return (
    <Section heading={say('cases.hand_over')}>
      <p className={styles.told}>{say('cases.offered', { name: offer.to.name, why: offer.why })}</p>
      {shown.asks.some(({ ask }) => ask === 'hand_over') && (
        <p className={styles.acts}>
          <Button weight="main" aria-disabled={doing.busy} onClick={() => answer(true)}>
            {say('cases.accept')}
          </Button>
          <Button weight="word" onClick={() => answer(false)}>
            {say('cases.decline')}
          </Button>
        </p>
      )}
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
    </Section>
  )
}

/** What the lead of a case decides about it: when it is reviewed, who leads it, whether it is closed. */
export function Settle(props: CaseProps) {
  const { say } = useLanguage()
  const { shown } = props
  if (!leads(shown)) return null
  return (
    <Section heading={say('cases.settle')}>
      <div className={styles.acts}>
        {shown.state === 'open' && <Review {...props} />}
        {!shown.offer && <HandOver {...props} />}
        {shown.state === 'open' && <Close {...props} />}
        {shown.state !== 'open' && <Move {...props} to="open" word="reopen" />}
        {shown.state === 'closed' && <Move {...props} to="archived" word="archive" />}
      </div>
    </Section>
  )
}

function Review({ shown, onChanged }: CaseProps) {
  const { say } = useLanguage()
  const { change, ...doing } = useCaseDoing(onChanged)
  const [on, setOn] = useState(shown.reviewOn ?? '')
  const set = (close: () => void) => {
    if (on === '') return false
    const said = { kind: 'review' as const, on }
    change(() => api('caseSay', { case: shown.case, entry: newIdentifier(), say: said, grounds: GROUNDS }), close)
    return true
  }
  return (
    <CaseForm opens={say('cases.set_review')} sends={say('cases.do_write')} {...doing} onSend={set}>
      {(tried) => (
        <DayField name="review" label={say('cases.review')} value={on} missing={tried && on === ''} onChange={setOn} />
      )}
    </CaseForm>
  )
}

function HandOver({ shown, onChanged }: CaseProps) {
  const { say } = useLanguage()
  const { change, ...doing } = useCaseDoing(onChanged)
  const [to, setTo] = useState('')
  const [why, setWhy] = useState('')
  const entry = useRef(newIdentifier())
  const people = (shown.compartments[0]?.members ?? []).filter(({ inside, part }) => inside && part !== 'lead')
  const offer = (close: () => void) => {
    if (to === '' || why.trim() === '') return false
    const said = { case: shown.case, entry: entry.current, to, why: why.trim(), grounds: GROUNDS }
    change(() => api('caseHandOver', said), close)
    return true
  }
  return (
    <CaseForm opens={say('cases.hand_over')} sends={say('cases.do_offer')} {...doing} onSend={offer}>
      {(tried) => (
        <>
          <OneOf
            name="to"
            label={say('cases.person')}
            codes={people.map(({ account }) => account)}
            word={(code) => people.find(({ account }) => account === code)?.name ?? ''}
            value={to}
            none={say('common.choose')}
            missing={tried && to === ''}
            onChange={setTo}
          />
          <WhyField why={why} tried={tried} onChange={setWhy} />
        </>
      )}
    </CaseForm>
  )
}

function Close({ shown, onChanged }: CaseProps) {
  const { say } = useLanguage()
  const { change, ...doing } = useCaseDoing(onChanged)
  const [outcome, setOutcome] = useState('')
  const [supplyChain, setSupplyChain] = useState<SupplyChainAnswer | ''>('')
  const [why, setWhy] = useState('')
  const [despiteTraces, setDespite] = useState('')
  const entry = useRef(newIdentifier())
  const empty = (text: string) => text.trim() === ''
  const asksWhy = supplyChain !== '' && supplyChain !== 'traced'
  const asksDespite = shown.openTraces.length > 0
  const close = (then: () => void) => {
    if (supplyChain === '' || empty(outcome) || (asksWhy && empty(why)) || (asksDespite && empty(despiteTraces)))
      return false
    const reasons = { ...(asksWhy ? { why } : {}), ...(asksDespite ? { despiteTraces } : {}) }
    const move = { to: 'closed' as const, outcome, supplyChain, ...reasons }
    change(() => api('caseMove', { case: shown.case, entry: entry.current, move, grounds: GROUNDS }), then)
    return true
  }
  return (
    <CaseForm opens={say('cases.close')} sends={say('cases.close')} {...doing} onSend={close}>
      {(tried) => (
        <>
          <LongText
            name="outcome"
            label={say('cases.outcome')}
            value={outcome}
            missing={tried && empty(outcome)}
            onChange={setOutcome}
          />
          <OneOf
            name="supply"
            label={say('cases.supply')}
            codes={SUPPLY_CHAIN_ANSWERS}
            word={(code) => say(`case.supply.${code}`)}
            value={supplyChain}
            none={say('common.choose')}
            missing={tried && supplyChain === ''}
            onChange={setSupplyChain}
          />
          {asksWhy && (
            <LongText
              name="why"
              label={say('cases.supply_why')}
              value={why}
              most={500}
              missing={tried && empty(why)}
              onChange={setWhy}
            />
          )}
          {asksDespite && (
            <>
              <p className={styles.warned}>
                {say('cases.open_traces', { traces: shown.openTraces.map(({ reference }) => reference).join(', ') })}
              </p>
              <LongText
                name="despite"
                label={say('cases.despite')}
                value={despiteTraces}
                most={500}
                missing={tried && empty(despiteTraces)}
                onChange={setDespite}
              />
            </>
          )}
        </>
      )}
    </CaseForm>
  )
}

function Move({ shown, onChanged, to, word }: CaseProps & { readonly to: 'open' | 'archived'; readonly word: string }) {
  const { say } = useLanguage()
  const { change, ...doing } = useCaseDoing(onChanged)
  const [why, setWhy] = useState('')
  const entry = useRef(newIdentifier())
  const move = (close: () => void) => {
    if (why.trim() === '') return false
    const said = { case: shown.case, entry: entry.current, move: { to, why: why.trim() }, grounds: GROUNDS }
    change(() => api('caseMove', said), close)
    return true
  }
  return (
    <CaseForm opens={say(`cases.${word}`)} sends={say(`cases.${word}`)} {...doing} onSend={move}>
      {(tried) => (
        <LongText
          name="why"
          label={say('cases.reason')}
          value={why}
          most={500}
          missing={tried && why.trim() === ''}
          onChange={setWhy}
        />
      )}
    </CaseForm>
  )
}
