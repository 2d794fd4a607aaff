import type { CaseLeft } from '@proofmark/contract/schemas/case'
import { useCallback, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { CaseForm } from './CaseForm.tsx'
import styles from './Cases.module.css'
import { LongText, OneOf } from './fields.tsx'
import { GROUNDS } from './grounds.ts'

type Left = CaseLeft['cases'][number]

interface NameLeadProps {
  readonly left: Left
  readonly people: readonly { readonly account: string; readonly name: string }[]
  readonly onNamed: () => void
}

/** The cases of the agency whose lead has gone, by their references alone. */
export function WithoutLead() {
  const { say } = useLanguage()
  const ask = useCallback((signal: AbortSignal) => api('caseWithoutLead', undefined, {}, signal), [])
  const [asked, again] = useAsked(ask)
  return (
    <Section heading={say('cases.without_lead')} busy={asked.kind === 'asking'}>
      {asked.kind === 'asking' && <Bars id="cases.asking" />}
      {asked.kind === 'failed' && <Failed error={asked.error} onAgain={again} />}
      {asked.kind === 'answered' && (
        <>
          <p className={styles.told}>
            {say(asked.answer.cases.length === 0 ? 'cases.without_lead_none' : 'cases.without_lead_how')}
          </p>
          <ul className={styles.entries}>
            {asked.answer.cases.map((each) => (
              <li key={`${each.case} ${each.compartment}`}>
                <Called left={each} />
                <NameLead left={each} people={asked.answer.people} onNamed={again} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

/** A case by its reference; of a compartment not even what it is called. */
function Called({ left: { reference, compartment } }: Pick<NameLeadProps, 'left'>) {
  const { say } = useLanguage()
  if (compartment === null) return <Identifier mono>{reference ?? ''}</Identifier>
  return (
    <span>
      {reference === null ? (
        say('cases.compartment_elsewhere')
      ) : (
        <Sentence id="cases.compartment_of" nodes={{ reference: <Identifier mono>{reference}</Identifier> }} />
      )}
    </span>
  )
}

function NameLead({ left, people, onNamed }: NameLeadProps) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [account, setAccount] = useState('')
  const [why, setWhy] = useState('')
  const fit = left.people === null ? people : people.filter((person) => left.people?.includes(person.account))
  if (fit.length === 0 && left.compartment !== null)
    return <p className={styles.told}>{say('cases.compartment_nobody')}</p>
  const name = () => {
    if (account === '' || why.trim() === '') return false
    const place = left.compartment === null ? {} : { compartment: left.compartment }
    act(async () => {
      await api('caseNameLead', { case: left.case, ...place, account, why: why.trim(), grounds: GROUNDS })
      onNamed()
    })
    return true
  }
  return (
    <CaseForm opens={say('cases.do_name')} sends={say('cases.do_name')} {...{ busy, error, again }} onSend={name}>
      {(tried) => (
        <>
          <OneOf
            name="person"
            label={say('cases.person')}
            codes={fit.map((person) => person.account)}
            word={(code) => fit.find((person) => person.account === code)?.name ?? ''}
            value={account}
            none={say('common.choose')}
            missing={tried && account === ''}
            onChange={setAccount}
          />
          <LongText
            name="why"
            label={say('cases.reason')}
            value={why}
            most={500}
            missing={tried && why.trim() === ''}
            onChange={setWhy}
          />
        </>
      )}
    </CaseForm>
  )
}
