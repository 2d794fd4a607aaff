import type { CaseCompartment } from '@proofmark/contract/schemas/case'
import { useCallback, useRef, useState } from 'react'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { TextField } from '../common/TextField.tsx'
import { newIdentifier } from '../enter/identifier.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { CaseForm } from './CaseForm.tsx'
import styles from './Cases.module.css'
import { DayField, OneOf } from './fields.tsx'
import { GROUNDS } from './grounds.ts'
import { LetOut } from './LetOut.tsx'
import { type CaseProps, mayWrite, useCaseDoing } from './useCase.ts'
import { WhyField } from './WhyField.tsx'

/** Who is in the case and in those of its compartments that the reader is in. */
export function Members({ shown, onChanged }: CaseProps) {
  const { say } = useLanguage()
  return (
    <Section heading={say('cases.people')}>
      {shown.compartments.map((compartment) => (
        <Compartment key={compartment.compartment} {...{ shown, onChanged, compartment }} />
      ))}
      {mayWrite(shown) && (
        <div className={styles.acts}>
          <OpenCompartment shown={shown} onChanged={onChanged} />
        </div>
      )}
    </Section>
  )
}

function Compartment({ shown, onChanged, compartment }: CaseProps & { readonly compartment: CaseCompartment }) {
  const { say, figures } = useLanguage()
  const leads = compartment.part === 'lead'
  return (
    <>
      {compartment.name !== null && (
        <h3 className={styles.inner}>
          {say('cases.compartment')}: <bdi>{compartment.name}</bdi>
        </h3>
      )}
      <table className={table.table}>
        <caption className="unseen">{compartment.name ?? say('cases.people')}</caption>
        <thead>
          <tr>
            {['name', 'agency_of', 'part_of', 'why'].map((column) => (
              <th key={column} scope="col">
                {say(`cases.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compartment.members.map((member) => (
            <tr key={member.account} className={member.inside ? undefined : styles.settled}>
              <th scope="row">
                <bdi>{member.name}</bdi>
              </th>
              <td data-label={say('cases.agency_of')}>
                <bdi>{member.agency}</bdi>
              </td>
              <td data-label={say('cases.part_of')}>
                <div>
                  {say(`case.part.${member.inside ? member.part : 'none'}`)}
                  {member.inside && member.until && (
                    <span className={styles.under}>{say('cases.due', { day: figures.day(member.until) })}</span>
                  )}
                </div>
              </td>
              <td data-label={say('cases.why')}>
                <div>
                  {member.leaving !== null && <span>{say(`case.leaving.${member.leaving}`)}</span>}
                  <bdi>{member.why}</bdi>
                  <span className={styles.under}>
                    {say('cases.opened_by', { by: member.by, day: figures.day(member.at) })}
                  </span>
                  {leads && member.inside && member.part !== 'lead' && (
                    <LetOut {...{ shown, onChanged, compartment, member }} />
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!compartment.members.some(({ inside, part }) => inside && part === 'lead') && (
        <p className={styles.told}>{say('cases.no_lead')}</p>
      )}
      {leads && (
        <div className={styles.acts}>
          <LetIn {...{ shown, onChanged, compartment }} />
        </div>
      )}
    </>
  )
}

function LetIn({ shown, onChanged, compartment }: CaseProps & { readonly compartment: CaseCompartment }) {
  const { say } = useLanguage()
  const { change, ...doing } = useCaseDoing(onChanged)
  const ask = useCallback((signal: AbortSignal) => api('casePeople', undefined, {}, signal), [])
  const [asked] = useAsked(ask)
  const [account, setAccount] = useState('')
  const [part, setPart] = useState<'member' | 'reader'>('member')
  const [until, setUntil] = useState('')
  const [why, setWhy] = useState('')
  const inside = new Set(compartment.members.filter((each) => each.inside).map((each) => each.account))
  const people = (asked.kind === 'answered' ? asked.answer.people : []).filter((each) => !inside.has(each.account))
  const place = compartment.name === null ? {} : { compartment: compartment.compartment }
  const admit = (close: () => void) => {
    if (account === '' || why.trim() === '') return false
    // Until the end of the day that was named.
    const end = until === '' ? {} : { until: new Date(`${until}T23:59:59`).toISOString() }
    const said = { ...place, account, part, ...end, why: why.trim(), grounds: GROUNDS }
    change(
      () => api('caseLetIn', { case: shown.case, ...said }),
      () => {
        setAccount('')
        setWhy('')
        close()
      },
    )
    return true
  }
  return (
    <CaseForm opens={say('cases.let_in')} sends={say('cases.do_let_in')} {...doing} onSend={admit}>
      {(tried) => (
        <>
          <OneOf
            name="person"
            label={say('cases.person')}
            codes={people.map((person) => person.account)}
            word={(code) => {
              const person = people.find((each) => each.account === code)
              return person ? `${person.name} · ${person.agency ?? ''}` : ''
            }}
            value={account}
            none={say('common.choose')}
            missing={tried && account === ''}
            onChange={setAccount}
          />
          <OneOf
            name="part"
            label={say('cases.part_of')}
            codes={['member', 'reader'] as const}
            word={(code) => say(`case.part.${code}`)}
            value={part}
            onChange={(code) => code && setPart(code)}
          />
          <DayField name="until" label={say('cases.until')} value={until} onChange={setUntil} />
          <WhyField why={why} tried={tried} onChange={setWhy} />
        </>
      )}
    </CaseForm>
  )
}

function OpenCompartment({ shown, onChanged }: CaseProps) {
  const { say } = useLanguage()
  const { change, ...doing } = useCaseDoing(onChanged)
  const [name, setName] = useState('')
  const [why, setWhy] = useState('')
  const compartment = useRef(newIdentifier())
  const open = (close: () => void) => {
    if (name.trim() === '' || why.trim() === '') return false
    const said = { compartment: compartment.current, name: name.trim(), why: why.trim(), grounds: GROUNDS }
    change(
      () => api('caseCompartment', { case: shown.case, ...said }),
      () => {
        compartment.current = newIdentifier()
        close()
      },
    )
    return true
  }
  return (
    <CaseForm opens={say('cases.open_compartment')} sends={say('cases.open_compartment')} {...doing} onSend={open}>
      {(tried) => (
        <>
          <p className={styles.told}>{say('cases.compartment_how')}</p>
          <TextField
            name="name"
            label={say('cases.name')}
            value={name}
            most={120}
            error={
              tried && name.trim() === '' ? { reason: say('cases.missing'), accepted: say('cases.missing_how') } : null
            }
            onChange={setName}
          />
          <WhyField why={why} tried={tried} onChange={setWhy} />
        </>
      )}
    </CaseForm>
  )
}
