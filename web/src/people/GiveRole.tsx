import type { Role } from '@proofmark/contract/roles'
import type { Account } from '@proofmark/contract/schemas/account'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Field } from '../common/Field.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './PeoplePage.module.css'

interface GiveRoleProps {
  readonly account: Account
  /** The roles that the person neither has nor waits for. */
  readonly free: readonly Role[]
  readonly busy: boolean
  readonly onGive: (role: Role) => void
}

/** Requests another role for somebody; another person confirms it. */
export function GiveRole({ account, free, busy, onGive }: GiveRoleProps) {
  const { say } = useLanguage()
  const [chosen, setChosen] = useState<Role | ''>('')
  const role = free.includes(chosen as Role) ? chosen : ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (role !== '') onGive(role)
  }
  return (
    <form className={styles.give} noValidate onSubmit={submit}>
      <Field label={say('people.give_role')} hint={say('people.give_how', { account: account.name })}>
        {(control) => (
          <select {...control} name="role" value={role} onChange={(event) => setChosen(event.target.value as Role)}>
            <option value="" disabled>
              {say('common.choose')}
            </option>
            {free.map((one) => (
              <option key={one} value={one}>
                {say(`word.role.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button type="submit" aria-disabled={busy}>
        {say('people.give')}
      </Button>
    </form>
  )
}
