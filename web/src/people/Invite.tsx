import type { Answer } from '@proofmark/contract/client'
import { ROLES, type Role } from '@proofmark/contract/roles'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { Section } from '../common/Section.tsx'
import { ShownOnce } from '../common/ShownOnce.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api, sentenceOf } from '../frame/api.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { linkOf } from './link.ts'
import { ofAgencies } from './of-agencies.ts'
import styles from './PeoplePage.module.css'
import { RoleChoice } from './RoleChoice.tsx'

/** What the list of agencies holds: nothing chosen yet, none at all, or one by name. */
const [NONE, OF] = ['none', 'of:'] as const
type Employer = '' | typeof NONE | `${typeof OF}${string}`

interface InviteProps {
  /** Names of the agencies to choose from. */
  readonly agencies: readonly string[]
  readonly onInvited: () => void
}

interface Invited extends Answer<'accountInvite'> {
  readonly name: string
}

/** Invites somebody: name, agency and the roles that are requested. The link is shown once. */
export function Invite({ agencies, onInvited }: InviteProps) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [name, setName] = useState('')
  // Nothing is chosen for whoever invites: working for none closes most roles.
  const [agency, setAgency] = useState<Employer>('')
  const [roles, setRoles] = useState<readonly Role[]>([])
  const [missing, setMissing] = useState(false)
  const [invited, setInvited] = useState<Invited | null>(null)
  const taken = error?.code === 'name_taken'
  const withoutAgency = agency === NONE
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const called = name.trim()
    const lacks = called === '' || agency === ''
    setMissing(lacks)
    if (lacks) return
    act(async () => {
      const answer = await api('accountInvite', {
        name: called,
        agency: withoutAgency ? null : agency.slice(OF.length),
        roles: ROLES.filter((role) => roles.includes(role) && !(withoutAgency && ofAgencies(role))),
      })
      setInvited({ ...answer, name: called })
      setName('')
      setRoles([])
      onInvited()
    })
  }
  return (
    <Section heading={say('people.invite')}>
      {invited && (
        <ShownOnce
          heading={say('people.link_once')}
          told={say('people.invite_link', { account: invited.name, moment: figures.moment(invited.expiresAt) })}
          secret={linkOf(invited)}
          onSeen={() => setInvited(null)}
        />
      )}
      <form className={styles.form} noValidate onSubmit={submit}>
        <TextField
          label={say('people.name')}
          hint={say('people.name_how')}
          error={
            missing && name.trim() === ''
              ? { reason: say('people.name_missing'), accepted: say('people.name_how') }
              : taken
                ? { reason: sentenceOf(say, error), accepted: '' }
                : null
          }
          name="name"
          value={name}
          most={120}
          onChange={setName}
        />
        <Field
          label={say('people.agency')}
          hint={<Go to="/agencies">{say('people.agency_other')}</Go>}
          error={
            missing && agency === ''
              ? { reason: say('people.agency_missing'), accepted: say('people.agency_accepted') }
              : null
          }
        >
          {(control) => (
            <select
              {...control}
              name="agency"
              value={agency}
              onChange={(event) => setAgency(event.target.value as Employer)}
            >
              <option value="" disabled>
                {say('common.choose')}
              </option>
              {agencies.map((one) => (
                <option key={one} value={OF + one}>
                  {one}
                </option>
              ))}
              <option value={NONE}>{say('people.no_agency')}</option>
            </select>
          )}
        </Field>
        <RoleChoice roles={roles} withoutAgency={withoutAgency} onChange={setRoles} />
        {error && !taken && <Failed error={error} onAgain={again} />}
        <Button weight="main" type="submit" aria-disabled={busy}>
          {say('people.invite_do')}
        </Button>
      </form>
    </Section>
  )
}
