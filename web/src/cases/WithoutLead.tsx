import { useCallback, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { CaseForm } from './CaseForm.tsx'
import styles from './Cases.module.css'
import { LongText, OneOf } from './fields.tsx'
import { GROUNDS } from './grounds.ts'

interface NameLeadProps {
  readonly file: string
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
            {asked.answer.cases.map(({ case: file, reference }) => (
              <li key={file}>
                <Identifier mono>{reference}</Identifier>
                <NameLead file={file} people={asked.answer.people} onNamed={again} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function NameLead({ file, people, onNamed }: NameLeadProps) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [account, setAccount] = useState('')
  const [why, setWhy] = useState('')
  const name = () => {
    if (account === '' || why.trim() === '') return false
    act(async () => {
      await api('caseNameLead', { case: file, account, why: why.trim(), grounds: GROUNDS })
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
            codes={people.map((person) => person.account)}
            word={(code) => people.find((person) => person.account === code)?.name ?? ''}
            value={account}
            none={say('common.choose')}
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
