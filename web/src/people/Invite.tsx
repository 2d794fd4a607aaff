import type { Answer } from '@proofmark/contract/client'
import { ROLES, type Role } from '@proofmark/contract/roles'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { directionOf } from '../common/direction.ts'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { Section } from '../common/Section.tsx'
import { ShownOnce } from '../common/ShownOnce.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api, sentenceOf } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { linkOf } from './link.ts'
import styles from './PeoplePage.module.css'
import { RoleChoice } from './RoleChoice.tsx'

interface InviteProps {
  /** The agencies that are known here, to choose from. */
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
  const [agency, setAgency] = useState('')
  const [roles, setRoles] = useState<readonly Role[]>([])
  const [missing, setMissing] = useState(false)
  const [invited, setInvited] = useState<Invited | null>(null)
  const known = useId()
  const taken = error?.code === 'name_taken'
  const unknown = error?.code === 'agency_unknown'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const called = name.trim()
    setMissing(called === '')
    if (called === '') return
    act(async () => {
      const answer = await api('accountInvite', {
        name: called,
        agency: agency.trim() || null,
        roles: ROLES.filter((role) => roles.includes(role)),
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
        <Field
          label={say('people.name')}
          hint={say('people.name_how')}
          error={
            missing
              ? { reason: say('people.name_missing'), accepted: say('people.name_how') }
              : taken
                ? { reason: sentenceOf(say, error), accepted: '' }
                : null
          }
        >
          {(control) => (
            <input
              {...control}
              name="name"
              dir={directionOf(name)}
              value={name}
              maxLength={120}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field
          label={say('people.agency')}
          hint={say('people.agency_how')}
          error={unknown ? { reason: sentenceOf(say, error), accepted: say('people.agency_accepted') } : null}
        >
          {(control) => (
            <>
              <input
                {...control}
                name="agency"
                dir={directionOf(agency)}
                value={agency}
                maxLength={120}
                list={known}
                autoComplete="off"
                onChange={(event) => setAgency(event.target.value)}
              />
              <datalist id={known}>
                {agencies.map((one) => (
                  <option key={one} value={one} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        <RoleChoice roles={roles} onChange={setRoles} />
        {error && !taken && !unknown && <Failed error={error} onAgain={again} />}
        <Button weight="main" type="submit" aria-disabled={busy}>
          {say('people.invite_do')}
        </Button>
      </form>
    </Section>
  )
}
